package io.dorsal.referral.worklist.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dorsal.referral.worklist.QueueWaits;
import io.dorsal.referral.worklist.QueueWaits.Band;
import io.dorsal.referral.worklist.QueueWaits.Wait;
import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.decision.Urgency;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long those have waited who are in a queue.
 *
 * @param all absent where nobody waits
 * @param byUrgency without those that nobody waits with
 * @param bands from the shortest wait to the longest
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WaitsBody(Queue queue, @Nullable WaitBody all, Map<Urgency, WaitBody> byUrgency, List<BandBody> bands) {

    /** How long some have waited. */
    record WaitBody(int waiting, long medianSeconds, long longestSeconds) {

        static WaitBody of(Wait wait) {
            return new WaitBody(
                    wait.count(), wait.median().toSeconds(), wait.longest().toSeconds());
        }
    }

    /** Those who have waited for at least so long, and less than so long: absent for the last band. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BandBody(long fromSeconds, @Nullable Long toSeconds, Map<Urgency, Integer> byUrgency) {

        static BandBody of(Band band) {
            return new BandBody(
                    band.from().toSeconds(),
                    Optional.ofNullable(band.to()).map(Duration::toSeconds).orElse(null),
                    band.byUrgency().isEmpty() ? Map.of() : new EnumMap<>(band.byUrgency()));
        }
    }

    static WaitsBody of(QueueWaits waits) {
        Map<Urgency, WaitBody> byUrgency = new EnumMap<>(Urgency.class);
        waits.byUrgency().forEach((urgency, wait) -> byUrgency.put(urgency, WaitBody.of(wait)));
        return new WaitsBody(
                waits.queue(),
                waits.together().map(WaitBody::of).orElse(null),
                byUrgency,
                waits.bands().stream().map(BandBody::of).toList());
    }
}
