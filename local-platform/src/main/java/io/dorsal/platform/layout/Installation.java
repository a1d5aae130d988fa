package io.dorsal.platform.layout;

import io.dorsal.platform.process.LogFile;
import io.dorsal.platform.process.RunDirectory;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where things are.
 *
 * @param root the root of the repository, where the built jars are
 * @param state what one installation of Dorsal keeps: data, logs, secrets, who runs
 * @param cache what can be made again and serves every installation: binaries, extracted jars, start caches
 * @param platform the jar of the platform itself, beside which its libraries are
 * @param learns whether the first start of a build is recorded, to make the later ones faster
 * @param told what services are told in their environment beside what they have to know, such as where traces go
 */
public record Installation(Path root, Path platform, Path state, Path cache, boolean learns, Map<String, String> told) {

    public Installation {
        root = root.toAbsolutePath().normalize();
        platform = platform.toAbsolutePath().normalize();
        state = state.toAbsolutePath().normalize();
        cache = cache.toAbsolutePath().normalize();
        told = Map.copyOf(told);
    }

    /** The installation of a repository, running the platform from a given jar, with its state in a directory. */
    public static Installation in(Path root, Path platform, Path state, boolean learns) {
        return new Installation(root, platform, state, cacheOf(root), learns, Map.of());
    }

    /** One for a test: the platform as it was built, the state elsewhere; it uses what others have learnt. */
    public static Installation forTest(Path root, Path state) {
        return forTest(root, state, Map.of());
    }

    /** The same, whose services are told more. */
    public static Installation forTest(Path root, Path state, Map<String, String> told) {
        return new Installation(
                root, root.resolve("local-platform/target/local-platform.jar"), state, cacheOf(root), false, told);
    }

    private static Path cacheOf(Path root) {
        return root.resolve(".dorsal").resolve("cache");
    }

    /** Where the platform's jar and its libraries are. */
    public Path platformDirectory() {
        return platform.resolveSibling("lib").resolve("..").normalize();
    }

    public Path data(String part) {
        return state.resolve("data").resolve(part);
    }

    /** What a service keeps on disk beside its database. */
    public Path stateOf(String service) {
        return state.resolve("state").resolve(service);
    }

    public Path logs() {
        return state.resolve("logs");
    }

    public LogFile log(String part) {
        return new LogFile(logs().resolve(part + ".log"));
    }

    public RunDirectory run() {
        return new RunDirectory(state.resolve("run"));
    }

    public Path secretsFile() {
        return state.resolve("secrets.properties");
    }

    /** The packaged jar of a service. */
    public Path jar(String service) {
        return root.resolve(service).resolve("target").resolve(service + ".jar");
    }
}
