package io.dorsal.system.support;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the repository is that these tests belong to. */
public final class Repository {

    private Repository() {}

    /** A file or directory by its path from the root. */
    public static Path path(String name) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("deploy/topics.yaml"))) {
                return folder.resolve(name);
            }
        }
        throw new IllegalStateException("not inside the repository");
    }
}
