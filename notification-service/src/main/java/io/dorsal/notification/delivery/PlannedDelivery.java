package io.dorsal.notification.delivery;

import io.dorsal.notification.alert.Alert;
import io.dorsal.notification.alert.AlertId;
import io.dorsal.notification.alert.AlertKind;
import io.dorsal.notification.policy.ChannelKind;
import io.dorsal.notification.policy.Contact;
import io.dorsal.notification.policy.Turn;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * A delivery that is to be made.
 *
 * @param kind of the alert: the more it is an emergency, the sooner it leaves
 */
public record PlannedDelivery(
        DeliveryId id, AlertId alert, AlertKind kind, Turn turn, String contactId, ChannelKind channel, Instant dueAt) {

    /** One delivery for each contact and each of their channels. */
    public static List<PlannedDelivery> toEach(Collection<Contact> contacts, Alert alert, Turn turn, Instant dueAt) {
        return contacts.stream()
                .distinct()
                .flatMap(contact -> contact.channels().stream()
                        .map(channel -> new PlannedDelivery(
                                DeliveryId.of(alert.id(), turn, contact, channel),
                                alert.id(),
                                alert.cause().kind(),
                                turn,
                                contact.id(),
                                channel,
                                dueAt)))
                .toList();
    }
}
