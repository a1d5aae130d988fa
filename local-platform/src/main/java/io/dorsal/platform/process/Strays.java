package io.dorsal.platform.process;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Finds what a killed launcher had started and no time left to write down: its command line says whose it is. */
public final class Strays {

    private static final String MARK = "-Ddorsal.installation=";

    private Strays() {}

    /** The argument by which a JVM of an installation is known. */
    public static String mark(Path state) {
        return MARK + state;
    }

    /**
     * The processes of an installation, written down or not.
     *
     * @param state where the installation keeps what is its own
     * @param dataDirectories by which those that are no JVMs are known, since they are told them
     */
    public static List<ProcessHandle> of(Path state, Set<String> dataDirectories) {
        String mark = mark(state);
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(Liveness::runs)
                .filter(process -> process.info()
                        .arguments()
                        .filter(arguments -> Arrays.stream(arguments)
                                .anyMatch(argument -> argument.equals(mark) || dataDirectories.contains(argument)))
                        .isPresent())
                .toList();
    }
}
