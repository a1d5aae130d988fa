package io.dorsal.intake.outcome;

import io.dorsal.intake.outcome.Outcome.Decided;
import io.dorsal.intake.outcome.Outcome.End;
import io.dorsal.intake.outcome.Outcome.Parked;
import io.dorsal.intake.outcome.Outcome.Referred;
import io.dorsal.intake.view.AssessmentView;
import io.dorsal.intake.view.Change;
import io.dorsal.intake.view.Fact.ReferralChanged;
import io.dorsal.intake.view.Origin;
import io.dorsal.intake.view.Standing;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Concludes outcomes from views. Whatever the order in which facts arrive, each outcome is news once: with the change that
 * brought the last of what it takes, be it the clinic.
 */
public final class Outcomes {

    private Outcomes() {}

    /** What has come about with a change. */
    public static List<Outcome> news(Change change) {
        Set<UUID> known = of(change.before()).map(Outcome::id).collect(Collectors.toSet());
        return of(change.after())
                .filter(outcome -> !known.contains(outcome.id()))
                .toList();
    }

    /** Nobody at a clinic waits for the platform's own test assessments. */
    private static Stream<Outcome> of(AssessmentView view) {
        return view.origin().filter(origin -> !origin.synthetic()).map(Origin::clinicId).stream()
                .flatMap(clinic -> ofKnownClinic(view));
    }

    private static Stream<Outcome> ofKnownClinic(AssessmentView view) {
        Standing standing = Standing.of(view);
        return Stream.of(
                        standing.decisions()
                                .map(fact -> new Decided(
                                        fact.assessmentId(),
                                        fact.decisionId(),
                                        fact.body().revision(),
                                        fact.urgency(),
                                        fact.decidedAt())),
                        standing.parked()
                                .map(fact -> new Parked(fact.assessmentId(), fact.revision(), fact.parkedAt())),
                        view.all(ReferralChanged.class).flatMap(fact -> referred(fact).stream()))
                .flatMap(some -> some);
    }

    private static Optional<Outcome> referred(ReferralChanged fact) {
        return Stream.of(End.values())
                .filter(end -> end.name().equals(fact.state()))
                .findAny()
                .flatMap(end -> Optional.ofNullable(fact.changedAt())
                        .map(at -> new Referred(fact.assessmentId(), fact.referralId(), end, fact.urgency(), at)));
    }
}
