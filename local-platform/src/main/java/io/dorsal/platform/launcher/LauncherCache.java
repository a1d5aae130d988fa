package io.dorsal.platform.launcher;

import io.dorsal.platform.jvm.Jdk;
import io.dorsal.platform.layout.Installation;
import io.dorsal.platform.process.Child;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/** The start cache of the launcher itself; the script names it whenever it is there. */
final class LauncherCache {

    private final Path jar;
    private final Path root;
    private final Path cache;

    LauncherCache(Installation installation) {
        this.jar = installation.platform();
        this.root = installation.root();
        this.cache = jar.resolveSibling("launcher.aot");
    }

    /** What a launcher is to be told so that it starts from the cache. */
    List<String> options() {
        return Files.exists(cache) ? List.of("-XX:AOTCache=" + cache) : List.of();
    }

    /** Makes it, if it is not there; the platform must run. */
    void make() {
        if (Files.exists(cache)) {
            return;
        }
        try {
            Path draft = cache.resolveSibling("launcher.aot.draft");
            Child.run(
                    List.of(
                            "nice",
                            "-n",
                            "19",
                            Jdk.java(),
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-Xlog:disable",
                            "-XX:AOTCacheOutput=" + draft,
                            "-Ddorsal.root=" + root,
                            "-cp",
                            jar.toString(),
                            Launcher.class.getName(),
                            // Most of what any command needs: the broker's client, JSON, events.
                            "tail",
                            "platform.schemas.v1",
                            "--end"),
                    Map.of());
            if (Files.exists(draft)) {
                Files.move(draft, cache, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
