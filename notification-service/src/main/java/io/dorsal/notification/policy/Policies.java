package io.dorsal.notification.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All policies of a deployment.
 *
 * @param byNetwork the chain of each network's on-call staff
 * @param elsewhere the chain of an emergency whose network is unknown or has no chain of its own
 * @param operations the chain of alerts for the operations contacts
 * @param fallback who is told when no chain can be followed; at least one
 */
public record Policies(Map<String, Policy> byNetwork, Policy elsewhere, Policy operations, List<Contact> fallback) {

    public Policies {
        byNetwork = Map.copyOf(byNetwork);
        fallback = List.copyOf(fallback);
        if (fallback.isEmpty()) {
            throw new IllegalArgumentException("there is a fallback contact");
        }
    }

    /** The chain of a network's emergencies. */
    public Policy emergenciesOf(String networkId) {
        return byNetwork.getOrDefault(networkId, elsewhere);
    }

    /** Whoever a policy names, each once. */
    public List<Contact> contacts() {
        return all().distinct().toList();
    }

    /** The contact of this id; empty where no policy names it any more. */
    public Optional<Contact> contact(String id) {
        return all().filter(contact -> contact.id().equals(id)).findFirst();
    }

    /** The contacts by whom a person is reached; empty where no policy names them. */
    public List<Contact> contactsOf(String subject) {
        return all().filter(contact -> subject.equals(contact.subject()))
                .distinct()
                .toList();
    }

    private Stream<Contact> all() {
        Stream<Policy> chains = Stream.concat(byNetwork.values().stream(), Stream.of(elsewhere, operations));
        Stream<Contact> inChains =
                chains.flatMap(policy -> policy.steps().stream()).flatMap(step -> step.contacts().stream());
        return Stream.concat(inChains, fallback.stream());
    }
}
