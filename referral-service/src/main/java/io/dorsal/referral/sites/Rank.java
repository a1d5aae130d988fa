package io.dorsal.referral.sites;

import io.dorsal.referral.lifecycle.Referral;
import io.dorsal.referral.lifecycle.ReferralId;
import io.dorsal.rules.decision.Urgency;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who goes before whom, as on a worklist: the most urgent first, then the one that is due first. */
public record Rank(Urgency urgency, @Nullable Instant dueAt, ReferralId id) implements Comparable<Rank> {

    private static final Comparator<Rank> ORDER = Comparator.comparing(Rank::urgency)
            .thenComparing(Rank::due)
            .thenComparing(rank -> unsigned(rank.id.value()));

    static Rank of(Referral referral) {
        return new Rank(referral.urgency(), referral.dueAt(), referral.id());
    }

    @Override
    public int compareTo(Rank other) {
        return ORDER.compare(this, other);
    }

    private Instant due() {
        return dueAt == null ? Instant.MAX : dueAt;
    }

    /** As the database sorts ids. */
    private static String unsigned(UUID id) {
        return id.toString();
    }
}
