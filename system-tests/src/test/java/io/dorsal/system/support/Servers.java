package io.dorsal.system.support;

import io.dorsal.platform.LocalPlatform;
import io.dorsal.platform.broker.Broker;
import io.dorsal.platform.database.Database;
import io.dorsal.platform.layout.Installation;
import io.dorsal.platform.layout.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Where broker and database come from: the platform's own, or containers where {@code -Pcontainers} asks for them. */
interface Servers extends AutoCloseable {

    /** Those that this run is to use, started. */
    static Servers asAskedFor(Installation installation) {
        String way = System.getProperty("dorsal.tests.platform", "embedded");
        System.out.println("Tests take their broker and database from: " + way);
        return switch (way) {
            case "embedded" -> new Own();
            case "containers" -> ContainerServers.start(installation);
            default -> throw new IllegalStateException("dorsal.tests.platform is embedded or containers");
        };
    }

    /** The platform on these servers. */
    LocalPlatform platform(Installation installation, Ports ports);

    /** Takes the database away, as a crash of its machine would. */
    void stopDatabase(LocalPlatform platform);

    /** Brings it back, with what it had. */
    void startDatabase(LocalPlatform platform);

    /** Has the broker answer nobody, as if the network to it were gone. It forgets nothing. */
    void pauseBroker(LocalPlatform platform);

    /** Has it go on from there. */
    void resumeBroker(LocalPlatform platform);

    @Override
    void close();

    /** The platform brings them. */
    record Own() implements Servers {

        @Override
        public LocalPlatform platform(Installation installation, Ports ports) {
            return LocalPlatform.of(installation, ports);
        }

        @Override
        public void stopDatabase(LocalPlatform platform) {
            platform.part(Database.NAME).kill();
        }

        @Override
        public void startDatabase(LocalPlatform platform) {
            platform.part(Database.NAME).start();
        }

        @Override
        public void pauseBroker(LocalPlatform platform) {
            signalBroker(platform, "-STOP");
        }

        @Override
        public void resumeBroker(LocalPlatform platform) {
            signalBroker(platform, "-CONT");
        }

        private static void signalBroker(LocalPlatform platform, String signal) {
            long pid = platform.part(Broker.NAME).process().orElseThrow().pid();
            try {
                int exit = new ProcessBuilder("kill", signal, Long.toString(pid))
                        .inheritIO()
                        .start()
                        .waitFor();
                if (exit != 0) {
                    throw new IllegalStateException("kill " + signal + " ended with " + exit);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            // The platform stops what it brought.
        }
    }
}
