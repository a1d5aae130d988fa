package io.dorsal.platform.launcher;

import io.dorsal.platform.LocalPlatform;
import io.dorsal.platform.client.BrokerConnection;
import io.dorsal.platform.layout.Installation;
import io.dorsal.platform.layout.Ports;
import io.dorsal.platform.process.PartFailure;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The installation that the script started us for. {@code DORSAL_STATE} and {@code DORSAL_PORT_OFFSET} in the environment
 * make another one beside it: with its own data, on other ports. {@code DORSAL_LEARN=no} is for a build that is started too
 * seldom to be worth learning from.
 */
final class Home {

    private static final int HIGHEST_OFFSET = 40_000;

    private Home() {}

    static Installation installation() {
        Path root = root();
        Path state = Optional.ofNullable(System.getenv("DORSAL_STATE"))
                .filter(text -> !text.isBlank())
                .map(Path::of)
                .orElse(root.resolve(".dorsal"));
        boolean learns = !"no".equals(System.getenv("DORSAL_LEARN"));
        return Installation.in(root, ownJar(), state, learns);
    }

    /** Where the project lies. */
    static Path root() {
        return Path.of(System.getProperty("dorsal.root", "."));
    }

    static Ports ports() {
        return Ports.shiftedBy(Optional.ofNullable(System.getenv("DORSAL_PORT_OFFSET"))
                .filter(text -> !text.isBlank())
                .map(Home::offset)
                .orElse(0));
    }

    /** The broker of this installation, or another whose client's settings {@code DORSAL_BROKER} names. */
    static Map<String, Object> broker() {
        return Optional.ofNullable(System.getenv("DORSAL_BROKER"))
                .filter(text -> !text.isBlank())
                .map(file -> BrokerConnection.of(Path.of(file)))
                .orElseGet(() -> BrokerConnection.to(ports().kafka()));
    }

    static LocalPlatform platform() {
        return LocalPlatform.of(installation(), ports());
    }

    private static int offset(String text) {
        try {
            int offset = Integer.parseInt(text.strip());
            if (offset >= 0 && offset <= HIGHEST_OFFSET) {
                return offset;
            }
        } catch (NumberFormatException notANumber) {
            throw noOffset(notANumber);
        }
        throw noOffset(null);
    }

    private static PartFailure noOffset(@Nullable NumberFormatException cause) {
        return new PartFailure("DORSAL_PORT_OFFSET must be a number from 0 to " + HIGHEST_OFFSET, cause);
    }

    /** The jar that this class was loaded from. */
    private static Path ownJar() {
        try {
            return Path.of(Home.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
