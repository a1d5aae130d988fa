package io.dorsal.platform.services;

import io.dorsal.platform.jvm.JvmLaunch;
import io.dorsal.platform.jvm.JvmPart;
import io.dorsal.platform.jvm.Probe;
import io.dorsal.platform.layout.Installation;
import io.dorsal.platform.layout.Ports;
import io.dorsal.platform.layout.Secrets;
import io.dorsal.platform.layout.Service;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes each service a part: its jar as it was packaged, told through its environment where everything is. */
public final class ServiceParts {

    private static final List<String> DEMO_CLINICS = List.of("NORTH", "SOUTH", "HARBOR");

    private final Installation installation;
    private final Ports ports;
    private final Secrets secrets;
    private final HttpClient http;

    public ServiceParts(Installation installation, Ports ports, Secrets secrets, HttpClient http) {
        this.installation = installation;
        this.ports = ports;
        this.secrets = secrets;
        this.http = http;
    }

    public JvmPart part(Service service) {
        return new JvmPart(
                service.id(), installation, () -> launch(service), Probe.ofHealth(http, ports.managementOf(service)));
    }

    private JvmLaunch launch(Service service) {
        Path jar = ExtractedJar.of(installation.jar(service.id()), installation.cache());
        return new JvmLaunch(
                List.of("-Xms48m", "-Xmx256m"), jar, List.of(ExtractedJar.mainClass(jar)), environment(service));
    }

    Map<String, String> environment(Service service) {
        Map<String, String> environment = new TreeMap<>(installation.told());
        // For people: in production the logs are for machines.
        environment.put("LOGGING_STRUCTURED_FORMAT_CONSOLE", "");
        environment.put("SERVER_ADDRESS", "localhost");
        environment.put("SERVER_PORT", Integer.toString(ports.of(service)));
        environment.put("MANAGEMENT_SERVER_ADDRESS", "localhost");
        environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(ports.managementOf(service)));
        environment.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", "localhost:" + ports.kafka());
        environment.put("SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUER_URI", "http://localhost:" + ports.site());
        environment.put(
                "DORSAL_STATE_DIRECTORY", installation.stateOf(service.id()).toString());
        service.database().ifPresent(database -> {
            environment.put(
                    "SPRING_DATASOURCE_URL", "jdbc:postgresql://localhost:" + ports.postgres() + "/" + database);
            environment.put("SPRING_DATASOURCE_USERNAME", database);
            environment.put("SPRING_DATASOURCE_PASSWORD", secrets.password(database));
        });
        if (service == Service.INTAKE) {
            for (String clinic : DEMO_CLINICS) {
                environment.put("INTAKE_WEBHOOKS_" + clinic + "_URL", "http://localhost:" + ports.site() + "/webhook");
                environment.put("INTAKE_WEBHOOKS_" + clinic + "_SECRET", secrets.webhook());
            }
            environment.put(
                    "INTAKE_RULESLINK", "http://localhost:" + ports.of(Service.TRIAGE) + "/api/rulesets/current");
            environment.put("INTAKE_REFERRALPAGES", address(Service.REFERRAL));
            environment.put("INTAKE_WEBHOOKNETWORKS", "127.0.0.0/8,::1/128");
        }
        if (service == Service.REFERRAL) {
            environment.put("REFERRAL_ASSESSMENTPAGES", address(Service.INTAKE));
        }
        if (service == Service.NOTIFICATION) {
            environment.put("SPRING_MAIL_HOST", "localhost");
            environment.put("SPRING_MAIL_PORT", Integer.toString(ports.smtp()));
            environment.put("DORSAL_WEBHOOK_URL", "http://localhost:" + ports.site() + "/webhook");
            environment.put("DORSAL_WEBHOOK_SECRET", secrets.webhook());
            environment.put("DORSAL_LINK_SECRET", secrets.links());
            environment.put("NOTIFICATION_LINKS_ADDRESS", address(service) + "/acknowledge/");
            environment.put("NOTIFICATION_LINK", address(service) + "/?alert={alertId}");
        }
        return environment;
    }

    private String address(Service service) {
        return "http://localhost:" + ports.of(service);
    }
}
