package io.dorsal.notification.delivery;

import io.dorsal.notification.policy.ChannelKind;
import java.time.Instant;
import java.util.List;

/** The deliveries that are due, shared by all instances. */
public interface DeliveryQueue {

    /**
     * Claims deliveries that are due, emergencies first. A claim is a lease: when this instance dies, another claims the
     * delivery again after it, under the same id. Nothing is claimed once an acknowledgement has been committed.
     */
    List<Claim> claim(ChannelKind channel, Lane lane, int atMost, Instant now);

    /** Records an attempt: the delivery is made, or due again after its pause, or over because somebody acknowledged. */
    void record(Attempt attempt);
}
