package io.dorsal.platform.layout;

import java.util.Arrays;
import java.util.Optional;

/** Dorsal's services, in the order of an assessment's way. */
public enum Service {
    INTAKE("intake-service", 8081, "intake"),
    TRIAGE("triage-service", 8082, ""),
    REFERRAL("referral-service", 8083, "referral"),
    NOTIFICATION("notification-service", 8084, "notification");

    private final String id;
    private final int port;
    private final String database;

    Service(String id, int port, String database) {
        this.id = id;
        this.port = port;
        this.database = database;
    }

    /** Its name: of the module, the process, the log, the consumer group. */
    public String id() {
        return id;
    }

    /** The port on which people know it. */
    public int port() {
        return port;
    }

    /** The name of its database and of its role there, if it has one. */
    public Optional<String> database() {
        return database.isEmpty() ? Optional.empty() : Optional.of(database);
    }

    public static Optional<Service> named(String id) {
        return Arrays.stream(values()).filter(service -> service.id.equals(id)).findFirst();
    }
}
