package io.dorsal.referral.sites;

import io.dorsal.referral.lifecycle.Placement;
import io.dorsal.referral.lifecycle.Referral;
import io.dorsal.referral.lifecycle.ReferralId;
import io.dorsal.referral.lifecycle.SiteReason;
import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.decision.Urgency;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the sites of referrals, those first that go first, so that nobody takes a slot from who goes before. A site's
 * slots of a week are spread evenly over its hours; it can see a patient in time if fewer go before than it has slots
 * until due. An emergency asks for no slot, but for a site that is open in time.
 */
final class ChoosingSites {

    private final Sites sites;
    private final List<Referral> wanting;
    private final Instant now;
    private final Map<String, Openings> openings = new HashMap<>();

    /** @param wanting open, each once */
    ChoosingSites(Sites sites, List<Referral> wanting, Instant now) {
        this.sites = sites;
        this.wanting = wanting.stream().sorted(Comparator.comparing(Rank::of)).toList();
        this.now = now;
    }

    /** How long a line has to be known, at each place that may be chosen. */
    Map<Place, Integer> linesToKnow() {
        Map<Place, Integer> longest = new HashMap<>();
        for (Referral referral : wanting) {
            for (Site site : sites.of(referral.queue())) {
                longest.merge(place(referral, site), slots(referral, site), Math::max);
            }
        }
        return longest;
    }

    /** What is chosen for each; nothing for those of queues without sites. */
    Map<ReferralId, Placement> choose(Load load) {
        Map<ReferralId, Placement> chosen = new HashMap<>();
        for (Referral referral : wanting) {
            choose(referral, load).ifPresent(placement -> {
                chosen.put(referral.id(), placement);
                String site = placement.site();
                if (site != null) {
                    load.add(new Place(referral.queue(), site), Rank.of(referral));
                }
            });
        }
        return chosen;
    }

    private Optional<Placement> choose(Referral referral, Load load) {
        List<Option> options = sites.of(referral.queue()).stream()
                .map(site -> new Option(
                        site.id(),
                        load.before(place(referral, site), Rank.of(referral)),
                        slots(referral, site),
                        isOpenInTime(referral, site)))
                .toList();
        if (options.isEmpty()) {
            return Optional.empty();
        }
        List<Option> able = options.stream()
                .filter(option -> isEmergency(referral) ? option.isOpenInTime() : option.hasSlot())
                .toList();
        return Optional.of(kept(referral, able)
                .or(() -> best(referral, able))
                .orElseGet(() -> Option.together(options).placed(null, SiteReason.NO_SITE_IN_TIME, referral)));
    }

    private static Optional<Placement> kept(Referral referral, List<Option> able) {
        return able.stream()
                .filter(option -> option.site().equals(referral.site()))
                .findFirst()
                .map(option -> option.placed(option.site(), SiteReason.STILL_IN_TIME, referral));
    }

    private static Optional<Placement> best(Referral referral, List<Option> able) {
        SiteReason reason = isEmergency(referral)
                ? SiteReason.OPEN_IN_TIME
                : able.size() == 1 ? SiteReason.ONLY_ONE_IN_TIME : SiteReason.LEAST_LOADED;
        return able.stream()
                .min(Option.LEAST_TAKEN_FIRST)
                .map(option -> option.placed(option.site(), reason, referral));
    }

    private int slots(Referral referral, Site site) {
        int aWeek = site.slotsAWeek(referral.queue());
        if (isEmergency(referral)) {
            return aWeek;
        }
        long week = site.openAWeek().toMillis();
        long open = openings(site).until(due(referral)).toMillis();
        return Math.toIntExact((2L * aWeek * open + week) / (2 * week)); // to the nearest: a moment costs no slot
    }

    /** One that is overdue is to be seen now. */
    private boolean isOpenInTime(Referral referral, Site site) {
        Instant due = due(referral);
        return openings(site).isOpenBy(due.isBefore(now) ? now : due);
    }

    private Openings openings(Site site) {
        return openings.computeIfAbsent(site.id(), _ -> Openings.of(site, now));
    }

    private Instant due(Referral referral) {
        Instant due = referral.dueAt();
        Instant horizon = now.plus(Openings.HORIZON);
        return due == null || due.isAfter(horizon) ? horizon : due;
    }

    private static boolean isEmergency(Referral referral) {
        return referral.urgency() == Urgency.EMERGENCY;
    }

    private static Place place(Referral referral, Site site) {
        Queue queue = referral.queue();
        return new Place(queue, site.id());
    }

    /**
     * A site, as it is for one referral.
     *
     * @param taken how many go before
     */
    private record Option(String site, int taken, int slots, boolean isOpenInTime) {

        static final Comparator<Option> LEAST_TAKEN_FIRST = Option::compareTaken;

        boolean hasSlot() {
            return taken < slots;
        }

        private static int compareTaken(Option one, Option other) {
            int byShare = Long.compare((long) one.taken * other.slots, (long) other.taken * one.slots);
            return Stream.of(byShare, Integer.compare(other.slots, one.slots), one.site.compareTo(other.site))
                    .filter(order -> order != 0)
                    .findFirst()
                    .orElse(0);
        }

        static Option together(List<Option> options) {
            return new Option(
                    "",
                    options.stream().mapToInt(Option::taken).sum(),
                    options.stream().mapToInt(Option::slots).sum(),
                    false);
        }

        Placement placed(@Nullable String chosen, SiteReason reason, Referral referral) {
            return new Placement(chosen, reason, taken, slots, referral.version());
        }
    }
}
