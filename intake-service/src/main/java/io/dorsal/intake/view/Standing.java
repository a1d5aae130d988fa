package io.dorsal.intake.view;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import io.dorsal.intake.view.Fact.AlertChanged;
import io.dorsal.intake.view.Fact.Decided;
import io.dorsal.intake.view.Fact.OfRevision;
import io.dorsal.intake.view.Fact.Parked;
import io.dorsal.intake.view.Fact.Referenced;
import io.dorsal.intake.view.Fact.ReferralChanged;
import io.dorsal.intake.view.Fact.Submitted;
import io.dorsal.rules.decision.Urgency;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where an assessment stands, concluded from what is known of it. */
public final class Standing {

    private static final Comparator<ReferralChanged> PRIMARY_FIRST = comparing(
                    ReferralChanged::primary, Comparator.reverseOrder())
            .thenComparing(ReferralChanged::urgency)
            .thenComparing(ReferralChanged::queue)
            .thenComparingInt(ReferralChanged::episode);

    private static final String RETURNED = "RETURNED";
    private static final Comparator<ReferralChanged> BY_EPISODE =
            comparingInt(ReferralChanged::episode).thenComparing(ReferralChanged::referralId);

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

    /** Parked only while no decision has come after it, as after a replay by operations. */
    public Status status() {
        if (parked().findAny().isPresent()) {
            return Status.PARKED;
        }
        return decision(revision).isPresent() ? Status.TRIAGED : Status.SUBMITTED;
    }

    /** What triage could not process, and has not decided since. */
    public Stream<Parked> parked() {
        return view.all(Parked.class).filter(this::isStillParked);
    }

    /** What could not be read may have been an amendment newer than all that is known, unless it is the older news. */
    private boolean isStillParked(Parked parked) {
        return parked.revision() == Parked.UNREADABLE
                ? decision()
                        .filter(decided -> !decided.decidedAt().isBefore(parked.parkedAt()))
                        .isEmpty()
                : parked.revision() == revision && decision(revision).isEmpty();
    }

    /** The decision of the newest decided revision; of two bodies, that of the more urgent. */
    public Optional<Decided> decision() {
        return view.all(Decided.class)
                .max(comparingInt((Decided decided) -> decided.body().revision())
                        .thenComparing(Decided.MOST_URGENT_FIRST.reversed()));
    }

    /** Of each decided revision the decision that stands in it, the oldest first. */
    public Stream<Decided> decisions() {
        return view.all(Decided.class)
                .map(decided -> decided.body().revision())
                .distinct()
                .sorted()
                .flatMap(decided -> decision(decided).stream());
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
        return decision(revision)
                .map(decided -> submissions(revision)
                        .filter(fact -> fact.body().equals(decided.body()))
                        .findAny())
                .orElseGet(() -> submissions(revision).min(FIRST_FIRST));
    }

    /** The lane that all revisions take; empty until a submission has told. */
    public Optional<Lane> lane() {
        return view.all(Submitted.class)
                .min(comparingInt((Submitted fact) -> fact.body().revision()).thenComparing(FIRST_FIRST))
                .map(Submitted::lane);
    }

    /** What was submitted first: of the first revision, the body that was accepted first. */
    public Optional<Submitted> firstSubmission() {
        return submissions(1).min(FIRST_FIRST);
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

    /** Whom it is about: of several references of one revision, the one that came with the body that stands in it. */
    public Optional<String> patientReference() {
        int newest =
                view.all(Referenced.class).mapToInt(Referenced::revision).max().orElse(0);
        Optional<Instant> stands = decision(newest)
                .map(Decided::receivedAt)
                .or(() -> submissions(newest).min(FIRST_FIRST).map(Submitted::receivedAt));
        return view.all(Referenced.class)
                .filter(reference -> reference.revision() == newest)
                .min(comparing((Referenced reference) ->
                                stands.filter(reference.receivedAt()::equals).isEmpty())
                        .thenComparing(Referenced::receivedAt)
                        .thenComparing(Referenced::patientReference))
                .map(Referenced::patientReference);
    }

    /** All referrals, the primary one first. */
    public List<ReferralChanged> referrals() {
        return view.all(ReferralChanged.class).sorted(PRIMARY_FIRST).toList();
    }

    /** True where a specialist queue has returned its newest referral to the clinic. */
    public boolean hasReturnedReferral() {
        return referrals().stream()
                .collect(
                        Collectors.toMap(ReferralChanged::queue, Function.identity(), BinaryOperator.maxBy(BY_EPISODE)))
                .values()
                .stream()
                .anyMatch(referral -> referral.state().equals(RETURNED));
    }

    /** The alert of the newest episode. */
    public Optional<AlertChanged> alert() {
        return view.all(AlertChanged.class).max(AlertChanged.BY_EPISODE);
    }

    /** Since when it waits for what a stage stands for; empty where it does not. */
    public Optional<Instant> waitingSince(Stage stage) {
        return switch (stage) {
            case DECISION -> status() == Status.SUBMITTED ? receivedAt() : Optional.empty();
            case ALERT -> alert().isPresent() ? Optional.empty() : alarmingSince();
            case ACKNOWLEDGEMENT -> alert().filter(AlertChanged::isNotifying).map(AlertChanged::raisedAt);
        };
    }

    /** An alert is due for an emergency even where a newer revision is none, and for what may have been one. */
    private Optional<Instant> alarmingSince() {
        Stream<Instant> emergencies = view.all(Decided.class)
                .filter(decided -> decided.urgency() == Urgency.EMERGENCY)
                .map(Decided::receivedAt);
        Stream<Instant> possible = parked().map(Parked::parkedAt);
        return Stream.concat(emergencies, possible).min(Comparator.naturalOrder());
    }

    /** True where some revision has two bodies or two patients: one of them is hidden by the other. */
    public boolean hasConflict() {
        return hasTwo(view.all(OfRevision.class).map(OfRevision::body), Body::revision)
                || hasTwo(view.all(Referenced.class).map(Patient::of), Patient::revision);
    }

    private static <T> boolean hasTwo(Stream<T> ofRevisions, Function<T, Integer> revision) {
        List<T> distinct = ofRevisions.distinct().toList();
        return distinct.stream().map(revision).distinct().count() < distinct.size();
    }

    private Stream<Submitted> submissions(int ofRevision) {
        return view.all(Submitted.class).filter(fact -> fact.body().revision() == ofRevision);
    }

    private Optional<Decided> decision(int ofRevision) {
        return view.all(Decided.class)
                .filter(decided -> decided.body().revision() == ofRevision)
                .min(Decided.MOST_URGENT_FIRST);
    }

    /** Whom a revision is about, whenever that was told. */
    private record Patient(int revision, String reference) {

        static Patient of(Referenced referenced) {
            return new Patient(referenced.revision(), referenced.patientReference());
        }
    }
}
