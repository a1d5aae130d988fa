package io.dorsal.referral.sites;

import io.dorsal.referral.lifecycle.ChangeReason;
import io.dorsal.referral.lifecycle.Placement;
import io.dorsal.referral.lifecycle.Placing;
import io.dorsal.referral.lifecycle.Referral;
import io.dorsal.referral.lifecycle.ReferralChange;
import io.dorsal.referral.lifecycle.ReferralId;
import io.dorsal.referral.lifecycle.ReferralState;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Places referrals that nobody has taken on yet, whenever they come into a queue or are due otherwise. How loaded a site is
 * follows from what is open there, and is counted nowhere else. Whatever fails, the referrals go on without a site.
 */
public final class PlacingAtSites implements Placing {

    private static final Set<ChangeReason> ASKING_FOR_A_SITE = EnumSet.of(
            ChangeReason.DECIDED,
            ChangeReason.URGENCY_RAISED,
            ChangeReason.URGENCY_LOWERED,
            ChangeReason.FINDINGS_CHANGED,
            ChangeReason.RECEIVED_EARLIER,
            ChangeReason.REDIRECTED_HERE,
            ChangeReason.MERGED);

    private final SiteBook book;
    private final Consumer<RuntimeException> failures;

    /** @param failures is told why sites could not be chosen */
    public PlacingAtSites(SiteBook book, Consumer<RuntimeException> failures) {
        this.book = book;
        this.failures = failures;
    }

    @Override
    public List<ReferralChange> place(List<ReferralChange> changes, Instant now) {
        Map<ReferralId, ReferralChange> last = new LinkedHashMap<>();
        changes.forEach(change -> last.put(change.referral().id(), change));
        List<Referral> wanting = last.values().stream()
                .filter(PlacingAtSites::asksForASite)
                .map(ReferralChange::referral)
                .toList();
        if (wanting.isEmpty()) {
            return changes;
        }
        List<Referral> changed =
                last.values().stream().map(ReferralChange::referral).toList();
        Map<ReferralId, Placement> chosen = choose(changed, wanting, now);
        Set<ReferralId> asking = wanting.stream().map(Referral::id).collect(Collectors.toSet());
        return changes.stream()
                .map(change -> asking.contains(change.referral().id())
                                && change.equals(last.get(change.referral().id()))
                        ? change.placed(chosen.get(change.referral().id()))
                        : change)
                .toList();
    }

    private static boolean asksForASite(ReferralChange change) {
        return change.referral().state() instanceof ReferralState.Routed
                && !change.referral().origin().synthetic()
                && ASKING_FOR_A_SITE.contains(change.reason());
    }

    private Map<ReferralId, Placement> choose(List<Referral> changed, List<Referral> wanting, Instant now) {
        try {
            return book.read(known -> choose(known, changed, wanting, now));
        } catch (RuntimeException e) {
            failures.accept(e);
            return wanting.stream()
                    .collect(Collectors.toMap(Referral::id, referral -> Placement.notChosen(referral.version())));
        }
    }

    private static Map<ReferralId, Placement> choose(
            SiteBook.Known known, List<Referral> changed, List<Referral> wanting, Instant now) {
        ChoosingSites choosing = new ChoosingSites(known.sites(), wanting, now);
        Map<Place, Integer> lengths = new HashMap<>(choosing.linesToKnow());
        if (lengths.isEmpty()) {
            return Map.of();
        }
        // What changes now stands there as it was, and is taken out again.
        int standing = Math.toIntExact(
                changed.stream().filter(referral -> referral.version() > 1).count());
        lengths.replaceAll((place, length) -> length + standing);
        Load load = known.load(lengths);
        load.remove(changed.stream().map(Referral::id).collect(Collectors.toSet()));
        changed.stream()
                .filter(referral -> referral.state().isOpen() && !wanting.contains(referral))
                .forEach(referral -> addTo(load, referral));
        return choosing.choose(load);
    }

    private static void addTo(Load load, Referral referral) {
        String site = referral.site();
        if (site != null && !referral.origin().synthetic()) {
            load.add(new Place(referral.queue(), site), Rank.of(referral));
        }
    }
}
