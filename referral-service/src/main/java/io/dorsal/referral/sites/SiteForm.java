package io.dorsal.referral.sites;

import io.dorsal.rules.decision.Queue;
import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A site in the form in which people write it, in the file as over HTTP: maps, lists, texts and numbers. */
public final class SiteForm {

    private SiteForm() {}

    /** Reads a site, strictly: all that is wrong is told at once, and nothing of it repeated. */
    public static SiteReading read(@Nullable String id, @Nullable Object form) {
        return new SiteFormReader(form).read(id);
    }

    /** The site as {@link #read} takes it, without its id. */
    public static Map<String, Object> of(Site site) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("name", site.name());
        form.put("timeZone", site.zone().getId());
        form.put("hours", hours(site));
        form.put("slots", slots(site));
        form.put(
                "closures",
                site.closures().stream()
                        .map(closure -> Map.of(
                                "from", closure.from().toString(),
                                "to", closure.to().toString()))
                        .toList());
        return form;
    }

    private static Map<DayOfWeek, List<String>> hours(Site site) {
        Map<DayOfWeek, List<String>> hours = new EnumMap<>(DayOfWeek.class);
        site.hours()
                .forEach((day, spans) ->
                        hours.put(day, spans.stream().map(SpanText::of).toList()));
        return hours;
    }

    private static Map<Queue, Integer> slots(Site site) {
        Map<Queue, Integer> slots = new EnumMap<>(Queue.class);
        slots.putAll(site.slots());
        return slots;
    }
}
