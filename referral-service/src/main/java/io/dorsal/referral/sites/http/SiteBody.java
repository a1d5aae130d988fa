package io.dorsal.referral.sites.http;

import io.dorsal.referral.sites.SiteForm;
import io.dorsal.referral.sites.SiteRegistry.KnownSite;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A site.
 *
 * @param timeZone by whose clock hours and closures are meant
 * @param hours by day of the week, such as {@code "MONDAY": ["08:00-12:00", "13:00-17:00"]}
 * @param slots how many patients it can see in a week, by queue
 * @param closures days on which it is closed, the first and the last included
 */
record SiteBody(
        String name,
        String timeZone,
        Map<String, List<String>> hours,
        Map<String, Integer> slots,
        List<ClosureBody> closures) {

    /** From one day to another, both included. */
    record ClosureBody(String from, String to) {}

    /** The site as it is read and listed. */
    static Map<String, Object> of(KnownSite known) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", known.site().id());
        body.put("version", known.version());
        body.putAll(SiteForm.of(known.site()));
        return body;
    }
}
