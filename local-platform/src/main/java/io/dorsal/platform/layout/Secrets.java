package io.dorsal.platform.layout;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** The passwords and the signing secrets of one installation, made at random when first asked for. */
public final class Secrets {

    private static final int BYTES = 24;

    private final Path file;
    private final SecureRandom random = new SecureRandom();

    public Secrets(Path file) {
        this.file = file;
    }

    /** The password of a database role. */
    public String password(String role) {
        return secret("database." + role, Base64.getUrlEncoder().withoutPadding());
    }

    /** With which webhooks are signed. */
    public String webhook() {
        return "whsec_" + secret("webhook", Base64.getEncoder());
    }

    /** With which the links in messages are signed. */
    public String links() {
        return secret("links", Base64.getUrlEncoder().withoutPadding());
    }

    private synchronized String secret(String name, Base64.Encoder encoder) {
        Properties known = read();
        String secret = known.getProperty(name);
        if (secret == null) {
            byte[] bytes = new byte[BYTES];
            random.nextBytes(bytes);
            secret = encoder.encodeToString(bytes);
            known.setProperty(name, secret);
            write(known);
        }
        return secret;
    }

    private Properties read() {
        Properties known = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                known.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return known;
    }

    private void write(Properties known) {
        try {
            Files.createDirectories(file.getParent());
            if (!Files.exists(file)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            try (Writer writer = Files.newBufferedWriter(file)) {
                known.store(writer, "Secrets of this installation; ./dorsal reset makes new ones");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
