package io.dorsal.platform.services;

import io.dorsal.platform.jvm.JvmLaunch;
import io.dorsal.platform.jvm.JvmPart;
import io.dorsal.platform.jvm.Probe;
import io.dorsal.platform.layout.Installation;
import io.dorsal.platform.layout.Ports;
import io.dorsal.platform.layout.Secrets;
import io.dorsal.platform.layout.Service;
import java.net.http.HttpClient;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes the site a part. */
public final class SitePart {

    public static final String NAME = "site";

    private static final String MAIN = "io.dorsal.platform.site.SiteApplication";

    private SitePart() {}

    public static JvmPart of(Installation installation, Ports ports, Secrets secrets, HttpClient http) {
        return new JvmPart(
                NAME,
                installation,
                () -> new JvmLaunch(
                        List.of("-Xms48m", "-Xmx192m"),
                        installation.platform(),
                        List.of(MAIN),
                        environment(installation, ports, secrets)),
                Probe.ofHealth(http, ports.siteManagement()));
    }

    private static Map<String, String> environment(Installation installation, Ports ports, Secrets secrets) {
        Map<String, String> environment = new TreeMap<>();
        environment.put("SERVER_PORT", Integer.toString(ports.site()));
        environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(ports.siteManagement()));
        environment.put("DORSAL_SITE_ISSUER", "http://localhost:" + ports.site());
        environment.put("DORSAL_SITE_STATE_DIRECTORY", installation.data(NAME).toString());
        environment.put("DORSAL_SITE_SMTP_PORT", Integer.toString(ports.smtp()));
        environment.put("DORSAL_SITE_WEBHOOK_SECRET", secrets.webhook());
        environment.put("SPRING_APPLICATION_JSON", pages(ports));
        return environment;
    }

    /** As JSON, since the name of a variable cannot hold the hyphen of a service's name. */
    private static String pages(Ports ports) {
        return Arrays.stream(Service.values())
                .map(service -> "\"%s\":\"http://localhost:%d\"".formatted(service.id(), ports.of(service)))
                .collect(Collectors.joining(",", "{\"dorsal\":{\"site\":{\"pages\":{", "}}}}"));
    }
}
