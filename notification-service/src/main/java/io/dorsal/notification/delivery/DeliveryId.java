package io.dorsal.notification.delivery;

import io.dorsal.notification.alert.AlertId;
import io.dorsal.notification.policy.ChannelKind;
import io.dorsal.notification.policy.Contact;
import io.dorsal.notification.policy.Turn;
import io.dorsal.schemas.identity.Identities;
import java.util.UUID;

/** Identifies a delivery, over all its attempts and whoever makes them: receivers tell repetitions by it. */
public record DeliveryId(UUID value) {

    /** The delivery of an alert to a contact, at a turn of its chain. */
    public static DeliveryId of(AlertId alert, Turn turn, Contact contact, ChannelKind channel) {
        return new DeliveryId(
                Identities.deliveryId(alert.value(), turn.round(), turn.step(), contact.id(), channel.name()));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
