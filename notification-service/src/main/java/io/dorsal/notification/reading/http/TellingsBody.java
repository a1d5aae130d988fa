package io.dorsal.notification.reading.http;

import io.dorsal.notification.policy.Contact;
import io.dorsal.notification.policy.Policies;
import io.dorsal.notification.reading.TellingRead;
import io.dorsal.notification.reading.TellingRead.Tried;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Who was told of alerts, and how. */
record TellingsBody(List<TellingItem> items) {

    static TellingsBody of(List<TellingRead> reads, Policies policies) {
        return new TellingsBody(
                reads.stream().map(read -> TellingItem.of(read, policies)).toList());
    }

    /**
     * Of one alert.
     *
     * @param steps how many the chain has, before it begins anew
     */
    record TellingItem(UUID alertId, int steps, List<TriedItem> told) {

        static TellingItem of(TellingRead read, Policies policies) {
            return new TellingItem(
                    read.alert().value(),
                    read.kind().policy(policies, read.networkId()).steps().size(),
                    read.tried().stream()
                            .map(tried -> TriedItem.of(tried, policies))
                            .toList());
        }
    }

    /** The latest attempt of one contact by one channel. */
    record TriedItem(String contact, String name, String channel, String outcome, Instant at, int times) {

        static TriedItem of(Tried tried, Policies policies) {
            return new TriedItem(
                    tried.contact(),
                    policies.contact(tried.contact()).map(Contact::name).orElse(tried.contact()),
                    tried.channel(),
                    tried.outcome(),
                    tried.at(),
                    tried.times());
        }
    }
}
