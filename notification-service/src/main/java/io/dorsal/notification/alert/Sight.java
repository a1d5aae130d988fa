package io.dorsal.notification.alert;

import java.util.Set;

/**
 * Which alerts a person may see; part of every query on their behalf.
 *
 * @param all every alert
 * @param networks the alerts of these networks, and emergencies whose network could not be read
 * @param operations the alerts of kind OPERATIONS
 */
public record Sight(boolean all, Set<String> networks, boolean operations) {

    public Sight {
        networks = Set.copyOf(networks);
    }
}
