package io.dorsal.intake.view;

import io.dorsal.intake.view.Fact.Decided;
import java.util.Optional;
import java.util.stream.Stream;

/** What facts made of a view. */
public record Change(AssessmentView before, AssessmentView after) {

    /** The facts of one kind that count now and did not before. */
    public <F extends Fact> Stream<F> news(Class<F> kind) {
        return after.all(kind).filter(fact -> !fact.equals(before.facts().get(fact.subject())));
    }

    /** True if a second body or a second patient of some revision has turned up. */
    public boolean broughtConflict() {
        return Standing.of(after).hasConflict() && !Standing.of(before).hasConflict();
    }

    /** The decision that has come to stand, if another one or none stood before. */
    public Optional<Decided> newDecision() {
        Optional<Decided> standing = Standing.of(after).decision();
        return standing.equals(Standing.of(before).decision()) ? Optional.empty() : standing;
    }
}
