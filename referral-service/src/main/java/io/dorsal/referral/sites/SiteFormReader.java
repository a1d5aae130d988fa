package io.dorsal.referral.sites;

import io.dorsal.referral.sites.SiteReading.Defect;
import io.dorsal.rules.decision.Queue;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads one site, and collects all that is wrong with it. */
final class SiteFormReader {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final int LONGEST_NAME = 200;
    private static final int MOST_SLOTS = 10_000;
    private static final int MOST_CLOSURES = 500;
    private static final List<String> MEMBERS = List.of("name", "timeZone", "hours", "slots", "closures");
    private static final List<String> CLOSURE_MEMBERS = List.of("from", "to");

    private final @Nullable Object form;
    private final List<Defect> defects = new ArrayList<>();

    SiteFormReader(@Nullable Object form) {
        this.form = form;
    }

    SiteReading read(@Nullable String id) {
        if (id == null || !ID.matcher(id).matches()) {
            defect("id", "id is of a to z, 0 to 9 and -, begins with no -, and has 63 characters at most");
        }
        if (!(form instanceof Map<?, ?> members)) {
            defect("", "a site is an object");
            return new SiteReading.Refused(defects);
        }
        refuseOthers("", members, MEMBERS);
        Optional<String> name = text(members.get("name"))
                .filter(text -> !text.isBlank() && text.length() <= LONGEST_NAME && isStorable(text));
        if (name.isEmpty()) {
            defect("name", "name is a text of 1 to " + LONGEST_NAME + " characters");
        }
        Optional<ZoneId> zone = zone(members.get("timeZone"));
        Map<DayOfWeek, List<Span>> hours = hours(members.get("hours"));
        Map<Queue, Integer> slots = slots(members.get("slots"));
        List<Closure> closures = closures(members.get("closures"));
        return defects.isEmpty()
                ? new SiteReading.Read(
                        new Site(String.valueOf(id), name.orElseThrow(), zone.orElseThrow(), hours, slots, closures))
                : new SiteReading.Refused(defects);
    }

    private Optional<ZoneId> zone(@Nullable Object value) {
        Optional<ZoneId> zone =
                text(value).filter(ZoneId.getAvailableZoneIds()::contains).map(ZoneId::of);
        if (zone.isEmpty()) {
            defect("timeZone", "timeZone is the name of a time zone, such as Europe/Zurich");
        }
        return zone;
    }

    private Map<DayOfWeek, List<Span>> hours(@Nullable Object value) {
        Map<DayOfWeek, List<Span>> hours = new EnumMap<>(DayOfWeek.class);
        if (!(value instanceof Map<?, ?> days)) {
            defect("hours", "hours has the days on which the site is open: " + names(DayOfWeek.values()));
            return hours;
        }
        refuseOthers(
                "hours", days, Arrays.stream(DayOfWeek.values()).map(Enum::name).toList());
        for (DayOfWeek day : DayOfWeek.values()) {
            if (days.containsKey(day.name())) {
                hours.put(day, spans("hours." + day, days.get(day.name())));
            }
        }
        if (hours.values().stream().allMatch(List::isEmpty)) {
            defect("hours", "hours names at least one time at which the site is open");
        }
        return hours;
    }

    private List<Span> spans(String path, @Nullable Object value) {
        List<Optional<Span>> read = value instanceof List<?> texts
                ? texts.stream()
                        .map(text -> text instanceof String span ? SpanText.read(span) : Optional.<Span>empty())
                        .toList()
                : List.of(Optional.empty());
        List<Span> spans = read.stream()
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingInt(Span::from))
                .toList();
        if (spans.size() < read.size()) {
            defect(path, path + " is a list of times such as 08:00-12:30, up to 24:00");
        }
        for (int next = 1; next < spans.size(); next++) {
            if (spans.get(next).from() < spans.get(next - 1).to()) {
                defect(path, path + " has times that overlap");
            }
        }
        return spans;
    }

    private Map<Queue, Integer> slots(@Nullable Object value) {
        Map<Queue, Integer> slots = new EnumMap<>(Queue.class);
        if (!(value instanceof Map<?, ?> queues) || queues.isEmpty()) {
            defect("slots", "slots has a number a week for at least one queue of " + names(Queue.values()));
            return slots;
        }
        refuseOthers(
                "slots", queues, Arrays.stream(Queue.values()).map(Enum::name).toList());
        for (Queue queue : Queue.values()) {
            Object number = queues.get(queue.name());
            if (number instanceof Integer count && count >= 1 && count <= MOST_SLOTS) {
                slots.put(queue, count);
            } else if (queues.containsKey(queue.name())) {
                defect("slots." + queue, "slots." + queue + " is a whole number from 1 to " + MOST_SLOTS);
            }
        }
        return slots;
    }

    private List<Closure> closures(@Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list) || list.size() > MOST_CLOSURES) {
            defect("closures", "closures is a list of at most " + MOST_CLOSURES);
            return List.of();
        }
        List<Closure> closures = new ArrayList<>();
        for (int index = 0; index < list.size(); index++) {
            closure("closures[%d]".formatted(index), list.get(index)).ifPresent(closures::add);
        }
        return closures;
    }

    private Optional<Closure> closure(String path, @Nullable Object value) {
        Map<?, ?> members = value instanceof Map<?, ?> given ? given : Map.of();
        refuseOthers(path, members, CLOSURE_MEMBERS);
        Optional<LocalDate> from = date(members.get("from"));
        Optional<LocalDate> to = date(members.get("to"));
        if (from.isEmpty() || to.isEmpty() || to.get().isBefore(from.get())) {
            defect(path, path + " has the days from and to, such as 2026-12-24, in this order");
            return Optional.empty();
        }
        return Optional.of(new Closure(from.get(), to.get()));
    }

    private static Optional<LocalDate> date(@Nullable Object value) {
        try {
            return value instanceof String text ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(@Nullable Object value) {
        return value instanceof String text ? Optional.of(text) : Optional.empty();
    }

    private static boolean isStorable(String text) {
        return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private void refuseOthers(String path, Map<?, ?> members, List<String> known) {
        if (!Set.copyOf(known).containsAll(members.keySet())) {
            String what = path.isEmpty() ? "the site" : path;
            defect(path, what + " has a member other than " + String.join(", ", known));
        }
    }

    private static String names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.joining(", "));
    }

    private void defect(String path, String message) {
        defects.add(new Defect(path, message));
    }
}
