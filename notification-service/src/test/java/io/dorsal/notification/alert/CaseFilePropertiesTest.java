package io.dorsal.notification.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.notification.policy.Policies;
import io.dorsal.notification.policy.SomePolicies;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CaseFilePropertiesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
    private static final AssessmentId ID = new AssessmentId(new UUID(7, 7));
    private static final Policies POLICIES = SomePolicies.inTwoSteps();

    @Property
    void howeverNewsIsShuffledAndRepeatedTheFileEndsUpTheSame(
            @ForAll("news") List<Decided> news, @ForAll Random random) {
        List<Decided> disordered = new ArrayList<>(news);
        disordered.addAll(news.subList(0, news.size() / 2));
        Collections.shuffle(disordered, random);

        Facts inOrder = Facts.of(learnAll(news));
        Facts inDisorder = Facts.of(learnAll(disordered));

        assertThat(inDisorder).isEqualTo(inOrder);
    }

    @Property
    void thereIsOneAlertExactlyIfThereIsAnEmergency(@ForAll("news") List<Decided> news) {
        List<Change> changes = changes(news);

        long raised =
                changes.stream().filter(change -> change.what() == What.RAISED).count();
        assertThat(raised).isEqualTo(news.stream().anyMatch(Decided::isEmergency) ? 1 : 0);
        assertThat(changes.stream().map(change -> change.alert().id()).distinct())
                .hasSizeLessThanOrEqualTo(1);
    }

    @Property
    void theUrgencyIsThatOfTheNewestRevisionAndOfItsMoreUrgentBody(@ForAll("news") List<Decided> news) {
        int newest = news.stream().mapToInt(Decided::revision).max().orElseThrow();
        Urgency expected = news.stream()
                .filter(decided -> decided.revision() == newest)
                .map(Decided::urgency)
                .min(Urgency.MOST_URGENT_FIRST)
                .orElseThrow();

        learnAll(news).latestAlert().ifPresent(alert -> {
            assertThat(alert.cause().urgency().isEmergency()).isEqualTo(expected.isEmergency());
            assertThat(alert.cause().urgency().isMoreUrgentThan(expected)).isFalse();
            assertThat(expected.isMoreUrgentThan(alert.cause().urgency())).isFalse();
        });
    }

    @Property
    void anOlderRevisionNeverLowersTheUrgencyOfAnAlert(@ForAll("news") List<Decided> news) {
        CaseFile file = CaseFile.empty(ID);
        for (Decided decided : news) {
            Optional<Alert> before = file.latestAlert();
            int newestBefore = file.revisions().isEmpty() ? 0 : file.revisions().lastKey();
            file = file.learn(decided, POLICIES, NOW).file();
            if (before.isPresent() && decided.revision() < newestBefore) {
                assertThat(file.latestAlert().orElseThrow().cause().urgency())
                        .isEqualTo(before.get().cause().urgency());
            }
        }
    }

    @Property
    void versionsCountUpWithoutAGapAndNothingEndsTheTelling(@ForAll("news") List<Decided> news) {
        List<Change> changes = changes(news);

        assertThat(changes)
                .extracting(change -> change.alert().version())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, changes.size()).boxed().toList());
        assertThat(changes).allMatch(change -> change.alert().state().name() == StateName.NOTIFYING);
    }

    private static List<Change> changes(List<Decided> news) {
        List<Change> changes = new ArrayList<>();
        CaseFile file = CaseFile.empty(ID);
        for (Decided decided : news) {
            Learning learning = file.learn(decided, POLICIES, NOW);
            changes.addAll(learning.changes());
            file = learning.file();
        }
        return changes;
    }

    private static CaseFile learnAll(List<Decided> news) {
        CaseFile file = CaseFile.empty(ID);
        for (Decided decided : news) {
            file = file.learn(decided, POLICIES, NOW).file();
        }
        return file;
    }

    /** Histories in which one body under one revision is decided in one way. */
    @Provide
    Arbitrary<List<Decided>> news() {
        Arbitrary<Integer> worlds = Arbitraries.integers().between(0, 10_000);
        Arbitrary<List<Heard>> heard = Combinators.combine(
                        Arbitraries.integers().between(1, 4), Arbitraries.of("a", "a", "a", "b"))
                .as(Heard::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
        return Combinators.combine(worlds, heard)
                .as((world, list) ->
                        list.stream().map(one -> one.decidedIn(world)).toList());
    }

    private record Heard(int revision, String body) {

        Decided decidedIn(int world) {
            Random random = new Random(world * 31L + revision * 7L + body.hashCode());
            Urgency urgency = List.of(Urgency.values()).get(random.nextInt(Urgency.values().length));
            return DecisionBuilder.aDecision(urgency, "RULE-" + random.nextInt(4))
                    .of(ID)
                    .revision(revision)
                    .body(body)
                    .build();
        }
    }

    /** What must not depend on the order; versions may, since they count what was noticed. */
    private record Facts(
            List<Decided> revisions,
            Set<String> rules,
            Optional<Urgency> urgency,
            Optional<Integer> revision,
            Optional<String> headline) {

        static Facts of(CaseFile file) {
            Optional<Cause> cause = file.latestAlert().map(Alert::cause);
            return new Facts(
                    file.revisions().values().stream()
                            .sorted(Comparator.comparingInt(Decided::revision))
                            .toList(),
                    new HashSet<>(cause.map(Cause::rules).orElse(List.of())),
                    cause.map(Cause::urgency),
                    cause.map(Cause::revision),
                    cause.map(Cause::headline));
        }
    }
}
