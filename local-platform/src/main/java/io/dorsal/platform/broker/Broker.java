package io.dorsal.platform.broker;

import io.dorsal.platform.jvm.JvmLaunch;
import io.dorsal.platform.jvm.JvmPart;
import io.dorsal.platform.jvm.Probe;
import io.dorsal.platform.layout.Installation;
import io.dorsal.platform.layout.Ports;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Apache Kafka itself, one node, with its data kept over restarts. */
public final class Broker {

    public static final String NAME = "broker";

    private static final int DIRECT_MEGABYTES = 256;

    private final Installation installation;
    private final BrokerSettings settings;

    private Broker(Installation installation, Ports ports) {
        this.installation = installation;
        this.settings = new BrokerSettings(ports.kafka(), ports.kafkaController(), installation.data("kafka"));
    }

    /** The broker of an installation as a part. */
    public static JvmPart of(Installation installation, Ports ports) {
        return new JvmPart(NAME, installation, new Broker(installation, ports)::launch, Probe.ofPort(ports.kafka()));
    }

    private JvmLaunch launch() {
        Path properties = settings.data().resolveSibling("kafka.properties");
        try {
            Files.createDirectories(settings.data());
            try (OutputStream out = Files.newOutputStream(properties)) {
                settings.asProperties().store(out, "Written at each start");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!Files.exists(settings.data().resolve("meta.properties"))) {
            Formatting.format(installation.platform(), properties);
        }
        return new JvmLaunch(
                List.of(
                        "-Xms96m",
                        "-Xmx320m",
                        "-XX:MaxDirectMemorySize=" + DIRECT_MEGABYTES + "m",
                        "-Dlogback.configurationFile=broker-logback.xml"),
                installation.platform(),
                List.of("kafka.Kafka", properties.toString()),
                Map.of());
    }
}
