package io.dorsal.platform.site.start;

import static java.util.Comparator.comparingInt;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * A service as the page lists it.
 *
 * @param page what its page is for; empty where it has none
 */
record Destination(String service, URI address, String page) {

    private static final List<String> IN_ORDER_OF_THE_WAY = List.of(
            "intake-service", "triage-service", "referral-service", "notification-service", "operations-service");

    private static final Map<String, String> PAGES = Map.of(
            "intake-service", "Submit an assessment, see what was decided",
            "referral-service", "Worklists of the specialists",
            "notification-service", "On-call console",
            "operations-service", "Operations");

    static List<Destination> of(Map<String, URI> addresses) {
        return addresses.entrySet().stream()
                .map(entry -> new Destination(entry.getKey(), entry.getValue(), PAGES.getOrDefault(entry.getKey(), "")))
                .sorted(comparingInt(destination -> IN_ORDER_OF_THE_WAY.indexOf(destination.service())))
                .toList();
    }

    public URI openApi() {
        return address.resolve("/v3/api-docs");
    }
}
