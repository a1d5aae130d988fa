package io.dorsal.notification.delivery;

import io.dorsal.notification.policy.ChannelKind;
import io.dorsal.notification.policy.Contact;

/** A way out of the platform. */
public interface Channel {

    ChannelKind kind();

    /**
     * Sends a message, and answers within seconds whatever the other side does. Every attempt carries the delivery's id.
     *
     * @param contact has an address for this channel
     */
    Outcome send(Message message, Contact contact) throws InterruptedException;
}
