package io.dorsal.referral.sites;

import static io.dorsal.referral.sites.SomeSites.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.referral.lifecycle.Placement;
import io.dorsal.referral.lifecycle.Referral;
import io.dorsal.referral.lifecycle.ReferralId;
import io.dorsal.referral.lifecycle.SiteReason;
import io.dorsal.rules.decision.Urgency;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever sites there are and whoever wants them, what is promised of the choice holds. */
class ChoosingSitesTest {

    @Property(tries = 300)
    void theOrderInWhichTheyComeDecidesNothing(@ForAll long seed) {
        Random random = new Random(seed);
        Sites sites = SomeSites.random(random);
        List<Referral> referrals = SomeSites.randomReferrals(random);
        List<Referral> shuffled = new ArrayList<>(referrals);
        Collections.shuffle(shuffled, random);
        List<Site> turned = new ArrayList<>(sites.all());
        Collections.shuffle(turned, random);

        assertThat(choose(new Sites(turned), shuffled)).isEqualTo(choose(sites, referrals));
    }

    @Property(tries = 100)
    void nobodyIsSentToASiteThatIsClosedUntilDueOrOfAnotherQueue(@ForAll long seed) {
        Random random = new Random(seed);
        Sites sites = SomeSites.random(random);
        List<Referral> referrals = SomeSites.randomReferrals(random);

        Map<ReferralId, Placement> chosen = choose(sites, referrals);

        for (Referral referral : referrals) {
            Placement placement = chosen.get(referral.id());
            assertThat(placement == null).isEqualTo(sites.of(referral.queue()).isEmpty());
            if (placement != null && placement.site() != null) {
                Site site = sites.all().stream()
                        .filter(one -> one.id().equals(placement.site()))
                        .findFirst()
                        .orElseThrow();
                assertThat(site.serves(referral.queue())).isTrue();
                assertThat(isOpenUntilDue(site, referral)).isTrue();
            }
        }
    }

    @Property(tries = 300)
    void whoGoesLaterTakesNothingFromWhoGoesBefore(@ForAll long seed) {
        Random random = new Random(seed);
        Sites sites = SomeSites.random(random);
        List<Referral> referrals = SomeSites.randomReferrals(random).stream()
                .sorted(Comparator.comparing(Rank::of))
                .toList();
        List<Referral> before = referrals.subList(0, referrals.size() / 2);

        assertThat(choose(sites, referrals)).containsAllEntriesOf(choose(sites, before));
    }

    @Property(tries = 300)
    void noMoreAreSentThanThereAreSlotsUntilTheyAreDue(@ForAll long seed) {
        Random random = new Random(seed);
        Sites sites = SomeSites.random(random);

        choose(sites, SomeSites.randomReferrals(random)).values().stream()
                .filter(placement -> placement.site() != null && placement.reason() != SiteReason.OPEN_IN_TIME)
                .forEach(placement -> assertThat(placement.taken()).isLessThan(placement.slots()));
    }

    @Property(tries = 100)
    void anEmergencyIsAtRiskOnlyWhereNoSiteOfItsQueueIsOpenInTime(@ForAll long seed) {
        Random random = new Random(seed);
        Sites sites = SomeSites.random(random);
        List<Referral> referrals = SomeSites.randomReferrals(random);
        Map<ReferralId, Placement> chosen = choose(sites, referrals);

        referrals.stream()
                .filter(referral -> referral.urgency() == Urgency.EMERGENCY && chosen.containsKey(referral.id()))
                .forEach(referral -> assertThat(Objects.requireNonNull(chosen.get(referral.id()))
                                .reason())
                        .isEqualTo(
                                sites.of(referral.queue()).stream().anyMatch(site -> isOpenUntilDue(site, referral))
                                        ? SiteReason.OPEN_IN_TIME
                                        : SiteReason.NO_SITE_IN_TIME));
    }

    private static Map<ReferralId, Placement> choose(Sites sites, List<Referral> referrals) {
        return new ChoosingSites(sites, referrals, NOW).choose(new Load());
    }

    /** By going through the minutes, unlike the code. */
    private static boolean isOpenUntilDue(Site site, Referral referral) {
        Instant due = referral.dueAt() == null ? NOW.plus(Openings.HORIZON) : referral.dueAt();
        for (Instant at = NOW; !at.isAfter(due) || at.equals(NOW); at = at.plusSeconds(60)) {
            var time = at.atZone(site.zone());
            int minute = time.getHour() * 60 + time.getMinute();
            if (site.openOn(time.toLocalDate()).stream()
                    .anyMatch(span -> span.from() <= minute && minute < span.to())) {
                return true;
            }
        }
        return false;
    }
}
