package io.dorsal.platform.launcher;

import io.dorsal.platform.process.LogFile;
import io.dorsal.platform.process.Part;
import io.dorsal.platform.process.PartFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints logs: of one part, or of all with the part's name before each line. */
@Command(name = "logs", description = "Prints the logs of one part, or of all.", mixinStandardHelpOptions = true)
final class Logs implements Callable<Integer> {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final Console console;

    @Parameters(arity = "0..1", paramLabel = "PART", description = "broker, database, site, or a service")
    private @Nullable String part;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on with what is added, until Ctrl-C.")
    private boolean follow;

    Logs(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        PrintWriter out = console.out();
        Map<LogFollower, String> followers = new LinkedHashMap<>();
        try {
            for (Map.Entry<String, LogFile> log : logs().entrySet()) {
                if (Files.exists(log.getValue().path())) {
                    followers.put(new LogFollower(log.getValue().path(), 0), prefix(log.getKey()));
                }
            }
            do {
                for (Map.Entry<LogFollower, String> follower : followers.entrySet()) {
                    follower.getKey().copyNew(line -> out.println(follower.getValue() + line));
                }
                out.flush();
                LockSupport.parkNanos(follow ? BETWEEN_LOOKS.toNanos() : 0);
            } while (follow);
            for (LogFollower follower : followers.keySet()) {
                follower.close();
            }
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String prefix(String name) {
        return part == null ? String.format("%-20s | ", name) : "";
    }

    private Map<String, LogFile> logs() {
        List<Part> parts = new ArrayList<>(Home.platform().parts());
        Map<String, LogFile> logs = new LinkedHashMap<>();
        parts.stream()
                .filter(candidate -> part == null || candidate.name().equals(part))
                .forEach(candidate -> logs.put(candidate.name(), candidate.log()));
        if (logs.isEmpty()) {
            throw new PartFailure("there is no part " + part + "; there are: "
                    + parts.stream().map(Part::name).collect(Collectors.joining(", ")));
        }
        return logs;
    }
}
