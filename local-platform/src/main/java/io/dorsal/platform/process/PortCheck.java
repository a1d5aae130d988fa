package io.dorsal.platform.process;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Optional;

/** Makes sure before anything starts that each port is free. */
public final class PortCheck {

    private static final int LONGEST_COMMAND = 120;

    private PortCheck() {}

    /**
     * Checks all ports.
     *
     * @param ports what each port is for
     * @throws PartFailure naming the first port that is in use, and who holds it where that is known
     */
    public static void requireFree(Map<Integer, String> ports) {
        ports.forEach((port, purpose) -> {
            if (!isFree(port)) {
                throw new PartFailure("port %d (%s) is in use%s".formatted(port, purpose, holder(port)));
            }
        });
    }

    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private static String holder(int port) {
        return PortHolder.of(port)
                .map(process -> " by process " + process.pid() + command(process))
                .orElse(" by another program");
    }

    private static String command(ProcessHandle process) {
        Optional<String> line =
                process.info().commandLine().or(() -> process.info().command());
        return line.map(text -> " (" + text.substring(0, Math.min(LONGEST_COMMAND, text.length())) + ")")
                .orElse("");
    }
}
