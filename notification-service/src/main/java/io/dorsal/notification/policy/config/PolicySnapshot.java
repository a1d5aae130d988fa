package io.dorsal.notification.policy.config;

import io.dorsal.notification.policy.Policies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The policies last read, on local disk. It names staff, and is readable to this service alone. */
final class PolicySnapshot {

    private static final Logger LOG = LoggerFactory.getLogger(PolicySnapshot.class);

    private final Path file;
    private final JsonMapper json;

    PolicySnapshot(Path directory, JsonMapper json) {
        this.file = directory.resolve("policies.json");
        this.json = json;
    }

    void save(Policies policies) {
        try {
            Path directory = file.toAbsolutePath().getParent();
            Files.createDirectories(directory);
            Path written = Files.createTempFile(
                    directory,
                    "policies",
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            json.writeValue(written, policies);
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | UnsupportedOperationException | JacksonException e) {
            LOG.error("The snapshot of the policies, {}, cannot be written", file, e);
        }
    }

    Optional<Policies> load() {
        try {
            return Files.exists(file) ? Optional.of(json.readValue(file, Policies.class)) : Optional.empty();
        } catch (JacksonException e) {
            LOG.error("The snapshot of the policies, {}, cannot be read", file, e);
            return Optional.empty();
        }
    }
}
