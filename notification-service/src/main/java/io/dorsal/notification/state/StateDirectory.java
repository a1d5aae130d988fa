package io.dorsal.notification.state;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A directory that this instance has for itself, and that nobody else on the machine may read. Instances that share a
 * machine each lock one; after a restart an instance finds one that such an instance has left.
 */
public final class StateDirectory implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StateDirectory.class);
    private static final int MOST_INSTANCES = 64;

    private final Path path;
    private final @Nullable FileChannel lock;

    private StateDirectory(Path path, @Nullable FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Claims a directory within the parent. Where the disk forbids it, nothing will be kept, and the service runs on. */
    public static StateDirectory claim(Path parent) {
        try {
            for (int instance = 1; instance <= MOST_INSTANCES; instance++) {
                Path path = ownersOnly(parent.resolve("instance-" + instance));
                Optional<FileChannel> lock = lock(path.resolve("lock"));
                if (lock.isPresent()) {
                    return new StateDirectory(path, lock.get());
                }
            }
            LOG.error("Every directory in {} is taken: this instance keeps nothing over a restart", parent);
        } catch (IOException e) {
            LOG.error("Nothing can be kept in {}: this instance keeps nothing over a restart", parent, e);
        }
        return new StateDirectory(parent.resolve("nowhere"), null);
    }

    /** The directory. */
    public Path path() {
        return path;
    }

    private static Path ownersOnly(Path path) throws IOException {
        Files.createDirectories(path);
        try {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        } catch (UnsupportedOperationException e) {
            LOG.warn("This disk knows no permissions; {} may be read by others", path);
        }
        return path;
    }

    private static Optional<FileChannel> lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return Optional.of(channel);
            }
        } catch (OverlappingFileLockException e) {
            LOG.debug("{} is taken by another instance in this process", file);
        }
        channel.close();
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        if (lock != null) {
            lock.close();
        }
    }
}
