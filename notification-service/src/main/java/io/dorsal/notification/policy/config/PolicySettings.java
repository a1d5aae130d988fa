package io.dorsal.notification.policy.config;

import io.dorsal.notification.policy.Contact;
import io.dorsal.notification.policy.Policies;
import io.dorsal.notification.policy.Policy;
import io.dorsal.notification.policy.Step;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The policies of a deployment. A chain that names an unknown contact, or nobody, fails the start.
 *
 * @param networks by network, the chain of its on-call staff
 * @param elsewhere the chain where no network's applies
 * @param fallback ids of the contacts who are told when no chain can be followed
 */
@ConfigurationProperties("notification.policy")
record PolicySettings(
        List<ContactSettings> contacts,
        Map<String, ChainSettings> networks,
        ChainSettings elsewhere,
        ChainSettings operations,
        List<String> fallback) {

    record ContactSettings(
            String id,
            String name,
            @Nullable String email,
            @Nullable URI webhook,
            @Nullable String subject) {

        Contact contact() {
            return new Contact(id, name, email, webhook, subject);
        }
    }

    record ChainSettings(List<StepSettings> steps) {}

    /**
     * @param patience how long the contacts have to acknowledge
     */
    record StepSettings(List<String> contacts, Duration patience) {}

    Policies policies() {
        return new Policies(
                networks.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, chain -> policy(chain.getValue()))),
                policy(elsewhere),
                policy(operations),
                fallback.stream().map(this::contact).toList());
    }

    private Policy policy(ChainSettings chain) {
        return new Policy(chain.steps().stream()
                .map(step ->
                        new Step(step.contacts().stream().map(this::contact).toList(), step.patience()))
                .toList());
    }

    private Contact contact(String id) {
        return contacts.stream()
                .filter(contact -> contact.id().equals(id))
                .map(ContactSettings::contact)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("notification.policy names the unknown contact " + id));
    }
}
