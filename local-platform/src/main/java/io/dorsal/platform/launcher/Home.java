package io.dorsal.platform.launcher;

import io.dorsal.platform.LocalPlatform;
import io.dorsal.platform.layout.Installation;
import io.dorsal.platform.layout.Ports;
import io.dorsal.platform.layout.Service;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The installation that the script started us for. */
final class Home {

    private Home() {}

    static Installation installation() {
        return Installation.in(Path.of(System.getProperty("dorsal.root", ".")), ownJar());
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

    static LocalPlatform platform() {
        return new LocalPlatform(installation(), Ports.wellKnown(), services());
    }

    /** Those that have been built; all of them, unless a module is not there yet. */
    static List<Service> services() {
        Installation installation = installation();
        return Arrays.stream(Service.values())
                .filter(service -> installation.hasJar(service.id()))
                .toList();
    }
}
