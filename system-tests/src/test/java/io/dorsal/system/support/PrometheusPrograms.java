package io.dorsal.system.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Assumptions;

/** The programs of Prometheus and Alertmanager. Where they cannot be had, a test that asks for them is skipped and says so. */
public final class PrometheusPrograms {

    private static final Path OBTAIN = Repository.path("deploy/prometheus/obtain");
    private static final Map<String, Ended> OBTAINED = new ConcurrentHashMap<>();

    private PrometheusPrograms() {}

    /** Runs promtool to its end. */
    public static Ended promtool(String... arguments) {
        return run(program("prometheus", "promtool"), arguments);
    }

    /** Runs amtool to its end. */
    public static Ended amtool(String... arguments) {
        return run(program("alertmanager", "amtool"), arguments);
    }

    static Path prometheus() {
        return program("prometheus", "prometheus");
    }

    private static Path program(String of, String name) {
        Ended obtained = OBTAINED.computeIfAbsent(of, which -> run(OBTAIN, which));
        if (obtained.exit() != 0) {
            Assumptions.abort(obtained.output().strip());
        }
        return Path.of(obtained.output().strip()).resolve(name);
    }

    private static Ended run(Path program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .directory(Repository.path("deploy/prometheus").toFile())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** How a program ended, and all that it printed. */
    public record Ended(int exit, String output) {}
}
