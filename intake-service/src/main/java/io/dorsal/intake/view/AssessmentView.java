package io.dorsal.intake.view;

import io.dorsal.intake.view.Fact.Decided;
import io.dorsal.intake.view.Fact.Erased;
import io.dorsal.intake.view.Fact.OfRevision;
import io.dorsal.intake.view.Fact.Referenced;
import io.dorsal.intake.view.Fact.Submitted;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * All that is known of one assessment: of each subject, the fact that counts. Taking a fact is commutative, associative
 * and idempotent, so that the order of arrival, duplicates and replays make no difference.
 */
public record AssessmentView(UUID assessmentId, Map<Subject, Fact> facts) {

    public AssessmentView {
        facts = Map.copyOf(facts);
    }

    /** Nothing is known yet. */
    public static AssessmentView unknown(UUID assessmentId) {
        return new AssessmentView(assessmentId, Map.of());
    }

    /** What is known with more facts. */
    public AssessmentView withAll(Collection<? extends Fact> more) {
        AssessmentView view = this;
        for (Fact fact : more) {
            view = view.with(fact);
        }
        return view;
    }

    /**
     * What is known with one more fact; this very view if the fact is no news.
     *
     * @throws ContradictoryOriginException where the fact names another clinic
     */
    public AssessmentView with(Fact fact) {
        return switch (fact) {
            case Submitted submitted -> taking(ofThisClinic(submitted));
            case Decided decided -> taking(ofThisClinic(decided));
            case Referenced referenced -> isErased() ? this : taking(referenced);
            case Erased erased -> withoutReferences().taking(erased);
            case Fact.ReferralChanged changed -> taking(changed);
            case Fact.AlertChanged changed -> taking(changed);
            case Fact.Parked parked -> taking(parked);
        };
    }

    /** Where it came from, as the newest revision says; empty until a submission or a decision has told. */
    public Optional<Origin> origin() {
        return all(OfRevision.class)
                .max(Comparator.comparingInt((OfRevision fact) -> fact.body().revision())
                        .thenComparing(OfRevision::origin))
                .map(OfRevision::origin);
    }

    /** True once the patient was erased. */
    public boolean isErased() {
        return all(Erased.class).findAny().isPresent();
    }

    /** The facts of one kind that count, in no particular order. */
    public <F extends Fact> Stream<F> all(Class<F> kind) {
        return facts.values().stream().filter(kind::isInstance).map(kind::cast);
    }

    private <F extends OfRevision> F ofThisClinic(F fact) {
        if (origin().filter(known -> !known.clinicId().equals(fact.origin().clinicId()))
                .isPresent()) {
            throw new ContradictoryOriginException(assessmentId);
        }
        return fact;
    }

    private AssessmentView taking(Fact fact) {
        Fact known = facts.get(fact.subject());
        Fact counting = known == null ? fact : known.or(fact);
        if (counting.equals(known)) {
            return this;
        }
        Map<Subject, Fact> changed = new HashMap<>(facts);
        changed.put(fact.subject(), counting);
        return new AssessmentView(assessmentId, changed);
    }

    private AssessmentView withoutReferences() {
        if (isErased()) {
            return this;
        }
        Map<Subject, Fact> remaining = new HashMap<>(facts);
        remaining.values().removeIf(Referenced.class::isInstance);
        return new AssessmentView(assessmentId, remaining);
    }
}
