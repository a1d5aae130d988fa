package io.dorsal.referral.forecast;

import io.dorsal.rules.decision.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Expects a queue to go on as it went in the weeks before, hour of week by hour of week: whoever is at the n-th place leaves
 * once n more have left than have overtaken them by being more urgent. Whoever has an appointment leaves with that.
 */
public final class Forecast {

    private static final Duration HORIZON = Duration.ofDays(182);

    private final Flow flow;
    private final Urgency urgency;
    private final Instant end;
    private Instant reached;
    private double placesWon;

    private Forecast(Flow flow, Urgency urgency, Instant now) {
        this.flow = flow;
        this.urgency = urgency;
        this.end = now.plus(HORIZON);
        this.reached = now;
    }

    /**
     * When each is expected to leave.
     *
     * @param inOrder who waits, in the order of the worklist: most urgent first
     */
    public static List<Expected> of(List<Waiting> inOrder, Flow flow, Instant now) {
        Map<Urgency, Forecast> ofUrgency = new EnumMap<>(Urgency.class);
        List<Expected> expected = new ArrayList<>(inOrder.size());
        for (Waiting waiting : inOrder) {
            Forecast forecast =
                    ofUrgency.computeIfAbsent(waiting.urgency(), urgency -> new Forecast(flow, urgency, now));
            Instant byPlace = forecast.leavingFrom(expected.size() + 1);
            expected.add(new Expected(waiting, waiting.appointmentAt() == null ? byPlace : waiting.appointmentAt()));
        }
        return expected;
    }

    /** Places are asked for in their order. */
    private @Nullable Instant leavingFrom(int place) {
        while (reached.isBefore(end)) {
            Instant next = reached.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
            double millis = Duration.between(reached, next).toMillis();
            double won = flow.placesWon(urgency, reached) * millis / WeeklyRates.MILLIS_OF_AN_HOUR;
            double missing = place - placesWon;
            if (won > 0 && won >= missing) {
                reached = reached.plusMillis((long) (millis * Math.max(0, missing) / won));
                placesWon = place;
                return reached;
            }
            reached = next;
            placesWon += won;
        }
        return null;
    }
}
