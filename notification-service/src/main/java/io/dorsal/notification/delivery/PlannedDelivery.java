package io.dorsal.notification.delivery;

import io.dorsal.notification.alert.Alert;
import io.dorsal.notification.policy.ChannelKind;
import io.dorsal.notification.policy.Contact;
import io.dorsal.notification.policy.Turn;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** A delivery that is to be made, with the message as it will be told however often it is attempted. */
public record PlannedDelivery(Message message, Turn turn, String contactId, ChannelKind channel, Instant dueAt) {

    /** One delivery for each contact and each of their channels. */
    public static List<PlannedDelivery> toEach(
            Collection<Contact> contacts, Alert alert, Turn turn, String headline, Instant dueAt) {
        return contacts.stream()
                .distinct()
                .flatMap(contact -> contact.channels().stream()
                        .map(channel -> new PlannedDelivery(
                                Message.about(alert, DeliveryId.of(alert.id(), turn, contact, channel), turn, headline),
                                turn,
                                contact.id(),
                                channel,
                                dueAt)))
                .toList();
    }
}
