package io.dorsal.platform.layout;

import io.dorsal.platform.process.PortCheck;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/**
 * On which port each part listens.
 *
 * @param services of each service its own port; its management port comes from {@code management}
 */
public record Ports(
        int site,
        int siteManagement,
        int kafka,
        int kafkaController,
        int postgres,
        int smtp,
        Map<Service, Integer> services,
        Map<Service, Integer> management) {

    private static final int MANAGEMENT = 1000;
    private static final int LOWEST_RANDOM = 20_000;
    private static final int HIGHEST_RANDOM = 32_000;

    public Ports {
        services = Map.copyOf(services);
        management = Map.copyOf(management);
    }

    /**
     * The ports that people and documents know, all of them shifted.
     *
     * @param offset 0 for the very ones; another where something else uses them
     */
    public static Ports shiftedBy(int offset) {
        Map<Service, Integer> services = new EnumMap<>(Service.class);
        Map<Service, Integer> management = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            services.put(service, service.port() + offset);
            management.put(service, service.port() + MANAGEMENT + offset);
        }
        return new Ports(
                8080 + offset,
                8080 + MANAGEMENT + offset,
                19092 + offset,
                19093 + offset,
                15432 + offset,
                11025 + offset,
                services,
                management);
    }

    /** Ports that nobody uses at this moment, below those that the system gives to outgoing connections. */
    public static Ports random() {
        Iterator<Integer> free = new Random()
                .ints(LOWEST_RANDOM, HIGHEST_RANDOM)
                .distinct()
                .filter(PortCheck::isFree)
                .iterator();
        Map<Service, Integer> services = new EnumMap<>(Service.class);
        Map<Service, Integer> management = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            services.put(service, free.next());
            management.put(service, free.next());
        }
        return new Ports(
                free.next(), free.next(), free.next(), free.next(), free.next(), free.next(), services, management);
    }

    public int of(Service service) {
        return known(services, service);
    }

    public int managementOf(Service service) {
        return known(management, service);
    }

    /** These ports, with broker and database on others. */
    public Ports withServers(int otherKafka, int otherPostgres) {
        return new Ports(site, siteManagement, otherKafka, kafkaController, otherPostgres, smtp, services, management);
    }

    /** What the ports of the site and the services are for. */
    public Map<Integer, String> purposes() {
        Map<Integer, String> purposes = new LinkedHashMap<>();
        purposes.put(site, "start page and identity");
        purposes.put(siteManagement, "health of the site");
        purposes.put(smtp, "mail catcher");
        for (Service service : Service.values()) {
            purposes.put(of(service), service.id());
            purposes.put(managementOf(service), "health of " + service.id());
        }
        return purposes;
    }

    /** What the ports of broker and database are for. */
    public Map<Integer, String> purposesOfServers() {
        return Map.of(kafka, "broker", kafkaController, "controller of the broker", postgres, "database");
    }

    private static int known(Map<Service, Integer> ports, Service service) {
        Integer port = ports.get(service);
        if (port == null) {
            throw new IllegalArgumentException("no port for " + service);
        }
        return port;
    }
}
