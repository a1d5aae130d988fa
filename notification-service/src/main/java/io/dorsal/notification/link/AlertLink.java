package io.dorsal.notification.link;

import io.dorsal.notification.alert.AlertId;
import java.util.UUID;

/**
 * What a link says of itself: which alert, which delivery of it carried the link, and to whom.
 *
 * @param delivery good for one acknowledgement
 * @param contactId whom the delivery was for
 */
public record AlertLink(AlertId alert, UUID delivery, String contactId) {}
