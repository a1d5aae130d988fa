package io.dorsal.notification.alert;

import java.util.Set;

/**
 * Who looks, and which alerts they may see; part of every query on their behalf. What a person holds, they see.
 *
 * @param all every alert
 * @param onCall the alerts of the person's networks, and emergencies of networks without a chain, or that could not be read
 * @param operations alerts of kind OPERATIONS, of the person's networks or of none that could be read
 * @param networks that the person serves
 * @param chains networks that have an on-call chain of their own: emergencies of all others are told to everybody's staff
 */
public record Sight(
        String subject, boolean all, boolean onCall, boolean operations, Set<String> networks, Set<String> chains) {

    public Sight {
        networks = Set.copyOf(networks);
        chains = Set.copyOf(chains);
    }
}
