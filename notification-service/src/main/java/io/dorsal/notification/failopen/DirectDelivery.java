package io.dorsal.notification.failopen;

import io.dorsal.notification.delivery.Message;
import io.dorsal.notification.delivery.Telling;
import io.dorsal.notification.policy.Contact;
import java.util.function.BooleanSupplier;

/**
 * A delivery that stands in no database.
 *
 * @param wanted false once it need not be attempted again
 * @param accepted is run when the channel has accepted it, before anybody else may think that it was not
 */
record DirectDelivery(Message message, Telling telling, Contact contact, BooleanSupplier wanted, Runnable accepted) {}
