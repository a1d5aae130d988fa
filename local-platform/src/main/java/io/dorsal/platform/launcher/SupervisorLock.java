package io.dorsal.platform.launcher;

import io.dorsal.platform.layout.Installation;
import io.dorsal.platform.process.ProcessMark;
import io.dorsal.platform.process.RunDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Makes sure that one launcher at a time runs an installation. The system frees it, however the launcher ends. */
final class SupervisorLock implements AutoCloseable {

    static final String NAME = "launcher";

    private final Installation installation;
    private final FileChannel channel;
    private final Path ready;

    private SupervisorLock(Installation installation, FileChannel channel) {
        this.installation = installation;
        this.channel = channel;
        this.ready = readyFile(installation);
    }

    static SupervisorLock take(Installation installation) {
        try {
            Path file = installation.state().resolve("run").resolve("launcher.lock");
            Files.createDirectories(file.getParent());
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new Taken(installation);
            }
            Files.deleteIfExists(readyFile(installation));
            installation.run().record(NAME, ProcessHandle.current());
            return new SupervisorLock(installation, channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The launcher that runs this installation. */
    static Optional<ProcessHandle> holder(Installation installation) {
        return installation.run().running(NAME);
    }

    /** Whether the launcher that runs this installation has started everything; the mark of a killed one means nothing. */
    static boolean isReady(Installation installation) {
        Optional<ProcessMark> holder = holder(installation).map(ProcessMark::of);
        return holder.isPresent() && holder.equals(RunDirectory.read(readyFile(installation)));
    }

    void markReady() {
        try {
            Path draft = ready.resolveSibling("ready.tmp");
            Files.writeString(draft, ProcessMark.of(ProcessHandle.current()).asText());
            Files.move(draft, ready, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(ready);
            installation.run().forget(NAME);
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path readyFile(Installation installation) {
        return installation.state().resolve("run").resolve("ready");
    }

    /** Another launcher runs this installation. */
    static final class Taken extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final String sentence;

        Taken(Installation installation) {
            this.sentence = "Dorsal is already running"
                    + holder(installation)
                            .map(process -> " (launcher: process " + process.pid() + ")")
                            .orElse("")
                    + "; ./dorsal status shows it, ./dorsal down stops it";
        }

        String sentence() {
            return sentence;
        }
    }
}
