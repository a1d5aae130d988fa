package io.dorsal.platform.jvm;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How a JVM is started.
 *
 * @param options of the JVM, such as its heap
 * @param classPath the jars, the first of which may name others in its manifest
 * @param main the main class and its arguments
 * @param environment what it is told beside what this process was told
 */
public record JvmLaunch(List<String> options, Path classPath, List<String> main, Map<String, String> environment) {

    /**
     * A laptop runs many of them at once: what counts is start and size, not peak speed. So the start cache is mapped where
     * it was made for, not where chance puts it, and what it knows of hot methods is not compiled at once.
     */
    private static final List<String> SMALL_AND_QUICK = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:ArchiveRelocationMode=0",
            "-XX:-AOTReplayTraining",
            "-XX:+ExitOnOutOfMemoryError",
            "-Xlog:disable",
            "-Xlog:all=error:stderr",
            "-Dfile.encoding=UTF-8",
            "-Duser.timezone=UTC");

    public JvmLaunch {
        options = Stream.concat(SMALL_AND_QUICK.stream(), options.stream()).toList();
        main = List.copyOf(main);
        environment = Map.copyOf(environment);
    }

    public List<String> command(List<String> more) {
        return Stream.of(List.of(Jdk.java()), options, more, List.of("-cp", classPath.toString()), main)
                .flatMap(List::stream)
                .toList();
    }

    /** The command that makes a start cache of what a run of this was recorded to use. */
    List<String> assembly(List<String> more) {
        return Stream.of(List.of(Jdk.java()), options, more, List.of("-cp", classPath.toString()))
                .flatMap(List::stream)
                .toList();
    }
}
