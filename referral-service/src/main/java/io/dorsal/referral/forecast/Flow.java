package io.dorsal.referral.forecast;

import io.dorsal.rules.decision.Urgency;
import java.time.Instant;
import java.util.Map;

/**
 * How a queue moves.
 *
 * @param leaving how many leave it
 * @param coming how many come, by urgency; none where an urgency is not there
 */
public record Flow(WeeklyRates leaving, Map<Urgency, WeeklyRates> coming) {

    public Flow {
        coming = Map.copyOf(coming);
    }

    /** How many places somebody of that urgency moves up in the hour of the instant: back, where more overtake than leave. */
    double placesWon(Urgency urgency, Instant instant) {
        double overtaking = coming.entrySet().stream()
                .filter(rates -> rates.getKey().compareTo(urgency) < 0)
                .mapToDouble(rates -> rates.getValue().inHourOf(instant))
                .sum();
        return leaving.inHourOf(instant) - overtaking;
    }
}
