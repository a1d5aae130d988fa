package io.dorsal.intake.view;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import io.dorsal.intake.view.Fact.AlertChanged;
import io.dorsal.intake.view.Fact.Decided;
import io.dorsal.intake.view.Fact.Parked;
import io.dorsal.intake.view.Fact.Referenced;
import io.dorsal.intake.view.Fact.ReferralChanged;
import io.dorsal.intake.view.Fact.Submitted;
import io.dorsal.rules.decision.Urgency;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where an assessment stands, concluded from what is known of it. */
public final class Standing {

    private static final Comparator<ReferralChanged> PRIMARY_FIRST = comparing(
                    ReferralChanged::primary, Comparator.reverseOrder())
            .thenComparing(ReferralChanged::urgency)
            .thenComparing(ReferralChanged::queue)
            .thenComparingInt(ReferralChanged::episode);

    private static final Comparator<Submitted> FIRST_FIRST =
            comparing(Submitted::receivedAt).thenComparing(Submitted::body);

    private final AssessmentView view;
    private final int revision;

    private Standing(AssessmentView view, int revision) {
        this.view = view;
        this.revision = revision;
    }

    /** What stands by this view. */
    public static Standing of(AssessmentView view) {
        IntStream submitted =
                view.all(Submitted.class).mapToInt(fact -> fact.body().revision());
        IntStream decided = view.all(Decided.class).mapToInt(fact -> fact.body().revision());
        IntStream parked = view.all(Parked.class).mapToInt(Parked::revision);
        return new Standing(
                view,
                IntStream.concat(submitted, IntStream.concat(decided, parked))
                        .max()
                        .orElse(0));
    }

    /** The newest revision known of; 0 where none is. */
    public int revision() {
        return revision;
    }

    /** Parked only while no decision of the newest revision has come, as after a replay by operations. */
    public Status status() {
        if (decision(revision).isPresent()) {
            return Status.TRIAGED;
        }
        return view.all(Parked.class)
                        .anyMatch(parked -> parked.revision() == revision || parked.revision() == Parked.UNREADABLE)
                ? Status.PARKED
                : Status.SUBMITTED;
    }

    /** The decision of the newest decided revision; of two bodies, that of the more urgent. */
    public Optional<Decided> decision() {
        return view.all(Decided.class)
                .max(comparingInt((Decided decided) -> decided.body().revision())
                        .thenComparing(Decided.MOST_URGENT_FIRST.reversed()));
    }

    /** How urgent it is, by the decision that stands. */
    public Optional<Urgency> urgency() {
        return decision().map(Decided::urgency);
    }

    /**
     * The submission of the newest revision, and of two bodies the one that the decision is about. Empty while it is not
     * known: an older revision's answers would be taken for the newest.
     */
    public Optional<Submitted> submission() {
        Stream<Submitted> newest =
                view.all(Submitted.class).filter(fact -> fact.body().revision() == revision);
        return decision(revision)
                .map(decided -> newest.filter(fact -> fact.body().equals(decided.body()))
                        .findAny())
                .orElseGet(() -> newest.min(FIRST_FIRST));
    }

    /** What was submitted first: of the first revision, the body that was accepted first. */
    public Optional<Submitted> firstSubmission() {
        return view.all(Submitted.class)
                .filter(fact -> fact.body().revision() == 1)
                .min(FIRST_FIRST);
    }

    /** When the newest revision was received. */
    public Optional<Instant> receivedAt() {
        return submission()
                .map(Submitted::receivedAt)
                .or(() -> decision(revision).map(Decided::receivedAt))
                .or(this::firstReceivedAt);
    }

    /** When the first revision known of was received: what lists are ordered by. */
    public Optional<Instant> firstReceivedAt() {
        return Stream.concat(
                        view.all(Submitted.class).map(Submitted::receivedAt),
                        view.all(Decided.class).map(Decided::receivedAt))
                .min(Comparator.naturalOrder());
    }

    /** Whom it is about: of several references of one revision, the one that came with the submission that stands. */
    public Optional<String> patientReference() {
        Optional<Instant> submittedAt = submission().map(Submitted::receivedAt);
        Comparator<Referenced> newestRevision =
                comparingInt(Referenced::revision).reversed();
        return view.all(Referenced.class)
                .min(newestRevision
                        .thenComparing(reference -> submittedAt
                                .filter(reference.receivedAt()::equals)
                                .isEmpty())
                        .thenComparing(Referenced::receivedAt)
                        .thenComparing(Referenced::patientReference))
                .map(Referenced::patientReference);
    }

    /** All referrals, the primary one first. */
    public List<ReferralChanged> referrals() {
        return view.all(ReferralChanged.class).sorted(PRIMARY_FIRST).toList();
    }

    /** The alert of the newest episode. */
    public Optional<AlertChanged> alert() {
        return view.all(AlertChanged.class).max(AlertChanged.BY_EPISODE);
    }

    /** True where some revision has two bodies. */
    public boolean hasConflict() {
        Stream<Body> bodies = Stream.concat(
                view.all(Submitted.class).map(Submitted::body),
                view.all(Decided.class).map(Decided::body));
        List<Body> distinct = bodies.distinct().toList();
        return distinct.stream().map(Body::revision).distinct().count() < distinct.size();
    }

    private Optional<Decided> decision(int ofRevision) {
        return decision().filter(decided -> decided.body().revision() == ofRevision);
    }
}
