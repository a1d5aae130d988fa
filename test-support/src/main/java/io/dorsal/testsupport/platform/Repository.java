package io.dorsal.testsupport.platform;

import java.nio.file.Files;
import java.nio.file.Path;

/** Files of this repository, wherever a test runs in it. */
public final class Repository {

    private Repository() {}

    /** A file by its path from the root of the repository. */
    public static Path file(String path) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("deploy/topics.yaml"))) {
                return folder.resolve(path);
            }
        }
        throw new IllegalStateException("not inside the repository");
    }
}
