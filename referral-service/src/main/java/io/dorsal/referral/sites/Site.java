package io.dorsal.referral.sites;

import io.dorsal.rules.decision.Queue;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A place where patients of some queues are seen.
 *
 * @param zone by whose clock its hours and closures are meant
 * @param hours when it is open, by day of the week; at least once
 * @param slots how many patients it can see in a week, by queue; at least of one
 */
public record Site(
        String id,
        String name,
        ZoneId zone,
        Map<DayOfWeek, List<Span>> hours,
        Map<Queue, Integer> slots,
        List<Closure> closures) {

    public Site {
        hours = hours.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, day -> List.copyOf(day.getValue())));
        slots = Map.copyOf(slots);
        closures = List.copyOf(closures);
        if (hours.values().stream().allMatch(List::isEmpty) || slots.isEmpty()) {
            throw new IllegalArgumentException("a site is open at some time, for some queue");
        }
    }

    boolean serves(Queue queue) {
        return slots.containsKey(queue);
    }

    int slotsAWeek(Queue queue) {
        return slots.getOrDefault(queue, 0);
    }

    /** How long it is open in a week without closures. */
    Duration openAWeek() {
        return hours.values().stream()
                .flatMap(Collection::stream)
                .map(Span::length)
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** When it is open on a day. */
    List<Span> openOn(LocalDate date) {
        return closures.stream().anyMatch(closure -> closure.covers(date))
                ? List.of()
                : hours.getOrDefault(date.getDayOfWeek(), List.of());
    }
}
