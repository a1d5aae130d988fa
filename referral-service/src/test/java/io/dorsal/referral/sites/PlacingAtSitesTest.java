package io.dorsal.referral.sites;

import static io.dorsal.referral.sites.SomeSites.NOW;
import static io.dorsal.referral.sites.SomeSites.QUEUE;
import static io.dorsal.referral.sites.SomeSites.inOfficeHours;
import static io.dorsal.referral.sites.SomeSites.referral;
import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.referral.lifecycle.ChangeReason;
import io.dorsal.referral.lifecycle.LifeCycle;
import io.dorsal.referral.lifecycle.Placement;
import io.dorsal.referral.lifecycle.Referral;
import io.dorsal.referral.lifecycle.ReferralChange;
import io.dorsal.referral.lifecycle.ReferralClock;
import io.dorsal.referral.lifecycle.ReferralRequest;
import io.dorsal.referral.lifecycle.SiteReason;
import io.dorsal.rules.decision.Urgency;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PlacingAtSitesTest {

    private final List<RuntimeException> failures = new ArrayList<>();

    @Test
    void ofTwoSitesTheOneIsChosenWhoseSlotsAreTakenLess() {
        FakeSiteBook book = new FakeSiteBook(inOfficeHours("a", 10), inOfficeHours("b", 10)).holding(at("a", 7));

        Placement placement = placed(book, opened(referral(Urgency.SOON)));

        assertThat(placement).isEqualTo(new Placement("b", SiteReason.LEAST_LOADED, 0, 10, 1));
    }

    @Test
    void whoGoesBeforeTakesASlotAndWhoGoesLaterTakesNone() {
        Referral routine = at("a", Urgency.ROUTINE, 3);
        FakeSiteBook book = new FakeSiteBook(inOfficeHours("a", 1)).holding(routine);

        assertThat(placed(book, opened(referral(Urgency.SOON))).reason()).isEqualTo(SiteReason.ONLY_ONE_IN_TIME);

        book.holding(at("a", Urgency.SOON, 4));

        assertThat(placed(book, opened(referral(Urgency.SOON)))).satisfies(placement -> {
            assertThat(placement.site()).isNull();
            assertThat(placement.reason()).isEqualTo(SiteReason.NO_SITE_IN_TIME);
            assertThat(placement.explanation()).contains("1 go before, for 1 slots");
        });
    }

    @Test
    void whatIsRoutedTogetherIsPlacedInTheOrderOfWorklists() {
        FakeSiteBook book = new FakeSiteBook(inOfficeHours("a", 10));
        List<ReferralChange> changes = new ArrayList<>();
        for (int number = 0; number < 4; number++) {
            changes.add(opened(referral(QUEUE, Urgency.URGENT, NOW.minusSeconds(number), new UUID(1, number))));
        }

        List<Placement> placements = placing(book).place(changes, NOW).stream()
                .map(change -> Objects.requireNonNull(change.referral().placement()))
                .toList();

        assertThat(placements)
                .as("two of ten slots a week are before tomorrow morning, and go to who was received first")
                .extracting(Placement::reason)
                .containsExactly(
                        SiteReason.NO_SITE_IN_TIME,
                        SiteReason.NO_SITE_IN_TIME,
                        SiteReason.ONLY_ONE_IN_TIME,
                        SiteReason.ONLY_ONE_IN_TIME);
    }

    @Test
    void anUrgencyThatIsRaisedKeepsASiteThatIsStillInTimeAndLeavesOneThatIsNot() {
        Referral before = at("a", Urgency.ROUTINE, 3);
        Referral urgent = before.asking(
                new ReferralRequest(QUEUE, Urgency.SOON, true, List.of()),
                2,
                ReferralClock.due(NOW.plus(Duration.ofDays(7))));
        ReferralChange raised = ReferralChange.byThisService(urgent, before.state(), ChangeReason.URGENCY_RAISED, NOW);
        FakeSiteBook book = new FakeSiteBook(inOfficeHours("a", 2), inOfficeHours("b", 2)).holding(before);

        assertThat(placed(book, raised).site()).isEqualTo("a");
        assertThat(placed(book, raised).reason()).isEqualTo(SiteReason.STILL_IN_TIME);

        book.holding(at("a", Urgency.SOON, 4)).holding(at("a", Urgency.SOON, 5));

        assertThat(placed(book, raised).site()).isEqualTo("b");
    }

    @Test
    void whatEndsInTheSameBatchTakesNoSlotAnyMore() {
        Referral gone = at("a", Urgency.SOON, 3);
        FakeSiteBook book = new FakeSiteBook(inOfficeHours("a", 1)).holding(gone);
        ReferralChange withdrawn = LifeCycle.withdraw(gone, 2, NOW).orElseThrow();

        List<ReferralChange> changes = placing(book).place(List.of(withdrawn, opened(referral(Urgency.SOON))), NOW);

        assertThat(changes.getFirst()).isEqualTo(withdrawn);
        assertThat(placement(changes.getLast()).site()).isEqualTo("a");
    }

    @Test
    void withoutSitesAReferralIsRoutedAsIfThereWereNone() {
        ReferralChange change = opened(referral(Urgency.SOON));

        assertThat(placing(new FakeSiteBook()).place(List.of(change), NOW)).containsExactly(change);
    }

    @Test
    void whateverFailsAnEmergencyIsRoutedWithoutASite() {
        PlacingAtSites placing = new PlacingAtSites(new BrokenBook(), failures::add);

        List<ReferralChange> changes = placing.place(List.of(opened(referral(Urgency.EMERGENCY))), NOW);

        assertThat(placement(changes.getFirst()).reason()).isEqualTo(SiteReason.NOT_CHOSEN);
        assertThat(changes.getFirst().referral().site()).isNull();
        assertThat(failures).hasSize(1);
    }

    private static ReferralChange opened(Referral referral) {
        return ReferralChange.byThisService(referral, null, ChangeReason.DECIDED, NOW);
    }

    private static Referral at(String site, int number) {
        return at(site, Urgency.URGENT, number);
    }

    private static Referral at(String site, Urgency urgency, int number) {
        return referral(QUEUE, urgency, NOW.minusSeconds(60), new UUID(2, number))
                .placed(new Placement(site, SiteReason.LEAST_LOADED, 0, 1, 1));
    }

    private PlacingAtSites placing(SiteBook book) {
        return new PlacingAtSites(book, failures::add);
    }

    private Placement placed(SiteBook book, ReferralChange change) {
        return placement(placing(book).place(List.of(change), NOW).getFirst());
    }

    private static Placement placement(ReferralChange change) {
        return Objects.requireNonNull(change.referral().placement());
    }

    private static final class BrokenBook implements SiteBook {

        @Override
        public <T> T read(Function<Known, T> work) {
            throw new IllegalStateException("broken");
        }
    }
}
