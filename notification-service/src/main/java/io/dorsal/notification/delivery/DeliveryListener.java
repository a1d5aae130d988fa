package io.dorsal.notification.delivery;

/** Is told of every attempt. */
@FunctionalInterface
public interface DeliveryListener {

    void attempted(Claim claim, Outcome outcome);
}
