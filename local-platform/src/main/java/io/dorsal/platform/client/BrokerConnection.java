package io.dorsal.platform.client;

import io.dorsal.platform.process.PartFailure;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** A client's settings for the broker; a broker that does not answer is not waited for. */
public final class BrokerConnection {

    private static final Map<String, Object> IMPATIENT =
            Map.of("request.timeout.ms", "5000", "default.api.timeout.ms", "5000");
    private static final String PATIENCE = "20000";

    private BrokerConnection() {}

    /** To a broker on this machine that asks nobody who he is. */
    public static Map<String, Object> to(int port) {
        Map<String, Object> settings = new HashMap<>(IMPATIENT);
        settings.put("bootstrap.servers", "localhost:" + port);
        return settings;
    }

    /**
     * To the broker of a file of settings.
     *
     * @throws PartFailure where it cannot be read
     */
    public static Map<String, Object> of(Path file) {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
        } catch (IOException | IllegalArgumentException e) {
            throw new PartFailure(
                    "DORSAL_BROKER has to name a file of a Kafka client's settings; cannot read " + file, e);
        }
        Map<String, Object> settings = new HashMap<>(IMPATIENT);
        properties.stringPropertyNames().forEach(name -> settings.put(name, properties.getProperty(name)));
        return settings;
    }

    /**
     * The same for work that takes minutes and would have to begin anew: what is slow to answer is waited for longer, unless
     * the settings say how long.
     */
    public static Map<String, Object> patient(Map<String, Object> settings) {
        Map<String, Object> patient = new HashMap<>(settings);
        IMPATIENT.forEach((name, value) -> patient.replace(name, value, PATIENCE));
        return patient;
    }
}
