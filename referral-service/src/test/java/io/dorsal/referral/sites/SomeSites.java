package io.dorsal.referral.sites;

import io.dorsal.referral.lifecycle.AssessmentId;
import io.dorsal.referral.lifecycle.Origin;
import io.dorsal.referral.lifecycle.Referral;
import io.dorsal.referral.lifecycle.ReferralClock;
import io.dorsal.referral.lifecycle.ReferralRequest;
import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.decision.Urgency;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Sites and referrals for tests. */
final class SomeSites {

    /** A Monday, at nine in Zurich. */
    static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");
    static final Queue QUEUE = Queue.NEUROSURGERY;

    private static final List<Urgency> URGENCIES = List.of(Urgency.values());
    private static final List<Queue> QUEUES = List.of(QUEUE, Queue.SPINE_SURGERY);
    private static final Map<Urgency, Duration> TARGETS = Map.of(
            Urgency.EMERGENCY, Duration.ofMinutes(15),
            Urgency.URGENT, Duration.ofHours(24),
            Urgency.SOON, Duration.ofDays(7),
            Urgency.ROUTINE, Duration.ofDays(42));

    private SomeSites() {}

    /** Open on weekdays from eight to six: fifty hours a week. */
    static Site inOfficeHours(String id, int slots, Closure... closures) {
        Map<DayOfWeek, List<Span>> hours = Arrays.stream(DayOfWeek.values())
                .filter(day -> day.compareTo(DayOfWeek.SATURDAY) < 0)
                .collect(Collectors.toMap(Function.identity(), _ -> List.of(new Span(8 * 60, 18 * 60))));
        return new Site(id, "Site " + id, ZURICH, hours, Map.of(QUEUE, slots), List.of(closures));
    }

    static Referral referral(Urgency urgency) {
        return referral(
                QUEUE, urgency, NOW, UUID.nameUUIDFromBytes(urgency.name().getBytes(StandardCharsets.UTF_8)));
    }

    static Referral referral(Queue queue, Urgency urgency, Instant received, UUID assessment) {
        Duration target = TARGETS.get(urgency);
        return Referral.opened(
                new AssessmentId(assessment),
                new Origin("north", "metro", false),
                1,
                1,
                new ReferralRequest(queue, urgency, true, List.of("R-1")),
                NOW,
                ReferralClock.due(target == null ? null : received.plus(target)));
    }

    static Sites random(Random random) {
        List<Site> sites = new ArrayList<>();
        for (int number = 0; number < random.nextInt(5); number++) {
            sites.add(randomSite("site-" + number, random));
        }
        return new Sites(sites);
    }

    private static Site randomSite(String id, Random random) {
        Map<DayOfWeek, List<Span>> hours = new EnumMap<>(DayOfWeek.class);
        hours.put(DayOfWeek.of(1 + random.nextInt(7)), List.of(new Span(0, 24 * 60)));
        for (DayOfWeek day : DayOfWeek.values()) {
            if (random.nextBoolean()) {
                int from = random.nextInt(20 * 60);
                hours.put(day, List.of(new Span(from, from + 1 + random.nextInt(4 * 60))));
            }
        }
        Map<Queue, Integer> slots = QUEUES.stream()
                .filter(queue -> queue == QUEUE || random.nextBoolean())
                .collect(Collectors.toMap(Function.identity(), _ -> 1 + random.nextInt(12)));
        List<Closure> closures = new ArrayList<>();
        if (random.nextBoolean()) {
            var from = NOW.atZone(ZURICH).toLocalDate().plusDays(random.nextInt(10));
            closures.add(new Closure(from, from.plusDays(random.nextInt(10))));
        }
        ZoneId zone = random.nextBoolean() ? ZURICH : ZoneId.of("America/St_Johns");
        return new Site(id, id, zone, hours, slots, closures);
    }

    static List<Referral> randomReferrals(Random random) {
        List<Referral> referrals = new ArrayList<>();
        for (int number = 0; number < random.nextInt(40); number++) {
            referrals.add(referral(
                    QUEUES.get(random.nextInt(QUEUES.size())),
                    URGENCIES.get(random.nextInt(URGENCIES.size())),
                    NOW.minusSeconds(random.nextInt(3 * 24 * 3600)),
                    new UUID(random.nextLong(), random.nextLong())));
        }
        return referrals;
    }
}
