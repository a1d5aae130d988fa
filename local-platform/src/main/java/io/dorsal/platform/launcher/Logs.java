package io.dorsal.platform.launcher;

import io.dorsal.platform.process.LogFile;
import io.dorsal.platform.process.Part;
import io.dorsal.platform.process.PartFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints logs: of one part, or of all with the part's name before each line. */
@Command(name = "logs", description = "Prints the logs of one part, or of all.", mixinStandardHelpOptions = true)
final class Logs implements Callable<Integer> {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final Console console;

    @Parameters(arity = "0..1", paramLabel = "PART", description = "broker, database, site, launcher, or a service")
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
        Map<LogFollower, String> followers = new LinkedHashMap<>();
        logs().forEach((name, log) -> followers.put(new LogFollower(log.path()), prefix(name)));
        try {
            do {
                for (Map.Entry<LogFollower, String> follower : followers.entrySet()) {
                    follower.getKey().copyNew(line -> console.out().println(follower.getValue() + line));
                }
                LockSupport.parkNanos(follow ? BETWEEN_LOOKS.toNanos() : 0);
            } while (!console.out().checkError() && follow);
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
        Map<String, LogFile> all = new LinkedHashMap<>();
        all.put(SupervisorLock.NAME, Home.installation().log(SupervisorLock.NAME));
        for (Part one : Home.platform().parts()) {
            all.put(one.name(), one.log());
        }
        if (part == null) {
            return all;
        }
        LogFile wanted = all.get(part);
        if (wanted == null) {
            throw new PartFailure("there is no part " + part + "; there are: " + String.join(", ", all.keySet()));
        }
        return Map.of(part, wanted);
    }
}
