package io.dorsal.referral.forecast;

import io.dorsal.referral.lifecycle.ReferralId;
import io.dorsal.rules.decision.Urgency;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.UUID;

/** A queue that is worked on in office hours, by chance: now faster, now slower, with a quiet week now and then. */
final class SimulatedQueue {

    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final double AN_HOUR = 3;
    private static final Map<Urgency, Duration> TARGETS = Map.of(
            Urgency.URGENT,
            Duration.ofDays(1),
            Urgency.SOON,
            Duration.ofDays(14),
            Urgency.ROUTINE,
            Duration.ofDays(42));

    private final Random random;
    private final PriorityQueue<Waiting> waiting = new PriorityQueue<>(
            Comparator.comparing(Waiting::urgency).thenComparing(one -> Objects.requireNonNull(one.dueAt())));
    private final List<Instant> left = new ArrayList<>();
    private final Map<Urgency, List<Instant>> came = new EnumMap<>(Urgency.class);
    private final Map<ReferralId, Instant> leftAt = new HashMap<>();
    private Instant now = START;

    SimulatedQueue(long seed, int backlog) {
        this.random = new Random(seed);
        for (int i = 0; i < backlog; i++) {
            add(Urgency.ROUTINE, START.minus(Duration.ofMinutes(random.nextInt(42 * 24 * 60))));
        }
    }

    Instant now() {
        return now;
    }

    /** When referrals left, so far. */
    List<Instant> left() {
        return List.copyOf(left);
    }

    /** When referrals of an urgency came, so far. */
    List<Instant> came(Urgency urgency) {
        return List.copyOf(came.getOrDefault(urgency, List.of()));
    }

    /** As the worklist has them. */
    List<Waiting> inOrder() {
        return waiting.stream().sorted(waiting.comparator()).toList();
    }

    /** Whether it has left, or will, after it was due. */
    boolean isBreached(Waiting referral) {
        Instant at = leftAt.get(referral.id());
        return at == null || at.isAfter(Objects.requireNonNull(referral.dueAt()));
    }

    void goOnFor(Duration time) {
        Instant end = now.plus(time);
        for (; now.isBefore(end); now = now.plus(1, ChronoUnit.HOURS)) {
            if (isWorkedOn()) {
                workAnHour();
            }
        }
    }

    private boolean isWorkedOn() {
        ZonedDateTime local = now.atZone(ZoneOffset.UTC);
        boolean isWeekend = local.getDayOfWeek() == DayOfWeek.SATURDAY || local.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !isWeekend && local.getHour() >= 8 && local.getHour() < 17;
    }

    private void workAnHour() {
        for (int arrivals = poisson(AN_HOUR); arrivals > 0; arrivals--) {
            double kind = random.nextDouble();
            add(kind < 0.05 ? Urgency.URGENT : kind < 0.3 ? Urgency.SOON : Urgency.ROUTINE, now);
        }
        boolean isQuiet = Duration.between(START, now).toDays() / 7 % 6 == 5;
        for (int done = poisson(isQuiet ? AN_HOUR * 0.6 : AN_HOUR * 1.1); done > 0 && !waiting.isEmpty(); done--) {
            Instant at = now.plusSeconds(random.nextInt(3600));
            left.add(at);
            leftAt.put(waiting.remove().id(), at);
        }
    }

    private void add(Urgency urgency, Instant routedAt) {
        came.computeIfAbsent(urgency, _ -> new ArrayList<>()).add(routedAt);
        ReferralId id = new ReferralId(new UUID(random.nextLong(), random.nextLong()));
        waiting.add(new Waiting(id, urgency, routedAt.plus(Objects.requireNonNull(TARGETS.get(urgency))), null));
    }

    private int poisson(double mean) {
        double limit = Math.exp(-mean);
        int count = 0;
        for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            count++;
        }
        return count;
    }
}
