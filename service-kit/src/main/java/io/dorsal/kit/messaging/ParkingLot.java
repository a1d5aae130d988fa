package io.dorsal.kit.messaging;

import io.dorsal.kit.messaging.Delivery.Acknowledged;
import io.dorsal.kit.messaging.Delivery.NotTried;
import io.dorsal.kit.messaging.Delivery.Refused;
import io.dorsal.schemas.topics.Subscription;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Parks what a subscription cannot process. A record that its parked topic does not take, being too large for it, is
 * parked without its bytes: a human is told all the same, and the partition goes on.
 */
final class ParkingLot {

    private static final Logger LOG = LoggerFactory.getLogger(ParkingLot.class);

    private final Subscription<?> subscription;
    private final EventPublisher publisher;
    private final ListenerMetrics metrics;

    ParkingLot(Subscription<?> subscription, EventPublisher publisher, ListenerMetrics metrics) {
        this.subscription = subscription;
        this.publisher = publisher;
        this.metrics = metrics;
    }

    /**
     * Parks records. On return every replica in sync has each of them.
     *
     * @throws TransientFailureException when the broker did not acknowledge all in time, or the parked topic is missing
     */
    void park(List<Parking> parkings) {
        List<Delivery> deliveries = publisher.tryToSend(parkings.stream()
                .map(parking -> parking.toProducerRecord(subscription))
                .toList());
        for (int index = 0; index < parkings.size(); index++) {
            Parking parking = parkings.get(index);
            switch (deliveries.get(index)) {
                case Acknowledged _ -> {
                    // As it should be.
                }
                case Refused(boolean forGood, String reason) when forGood -> parkWithoutBytes(parking, reason);
                case Refused(boolean _, String reason) ->
                    throw new TransientFailureException(subscription.parkedTopic() + " takes nothing: " + reason);
                case NotTried _ ->
                    throw new TransientFailureException(subscription.parkedTopic() + " has not taken all in time");
            }
            tell(parking);
        }
    }

    private void parkWithoutBytes(Parking parking, String refusal) {
        publisher.send(List.of(parking.toProducerRecordWithoutBytes(subscription)));
        metrics.parkedWithoutBytes(subscription);
        LOG.error(
                "The record {} is parked without its bytes, which {} does not take: {}. They stand at their source until its retention ends.",
                RecordPosition.of(parking.record()),
                subscription.parkedTopic(),
                refusal);
    }

    private void tell(Parking parking) {
        metrics.parked(subscription, parking.reasonCode());
        LOG.error(
                "Parked the record {} of group {} in {}: {} {} after {} attempts. A human is told; see the runbook, 'a record was parked'.",
                RecordPosition.of(parking.record()),
                subscription.group(),
                subscription.parkedTopic(),
                parking.kind(),
                parking.reasonCode(),
                parking.attempts());
    }
}
