package io.dorsal.platform.jvm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/** Names by which what was made of a jar is found again, as long as the jar is the same. */
public final class Fingerprint {

    private static final int SHORT = 16;

    private Fingerprint() {}

    /** Of what a jar holds, by the checksums in its directory: reading it all would cost a start seconds. */
    public static String ofContent(Path jar) {
        MessageDigest digest = sha256();
        try (JarFile file = new JarFile(jar.toFile(), false)) {
            file.stream()
                    .forEach(entry -> update(digest, entry.getName() + " " + entry.getCrc() + " " + entry.getSize()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return hex(digest);
    }

    /** Of how a JVM is started: its build, options, and all jars with size and age, which is what the JVM compares. */
    static String of(JvmLaunch launch) {
        MessageDigest digest = sha256();
        update(digest, Jdk.build());
        launch.options().forEach(option -> update(digest, option));
        update(digest, stamp(launch.classPath()));
        for (Path jar : named(launch.classPath())) {
            update(digest, stamp(jar));
        }
        return hex(digest);
    }

    private static List<Path> named(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            String names = file.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            return names == null
                    ? List.of()
                    : List.of(names.split(" ")).stream()
                            .map(name -> jar.resolveSibling(name))
                            .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String stamp(Path jar) {
        try {
            return Files.exists(jar)
                    ? jar + " " + Files.size(jar) + " "
                            + Files.getLastModifiedTime(jar).toMillis()
                    : jar + " absent";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void update(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest()).substring(0, SHORT);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
