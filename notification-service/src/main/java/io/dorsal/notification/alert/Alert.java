package io.dorsal.notification.alert;

import io.dorsal.notification.policy.Policy;
import io.dorsal.notification.policy.Turn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An alert: what a human must be told, and how far the telling has come. Immutable; each transition answers the change
 * it makes, whose version is one higher. No transition that this service makes by itself ends the telling.
 *
 * @param assessment null where the alert is about none that could be read
 * @param episode from 1; the next when a new emergency meets a closed alert
 * @param version from 1
 * @param deliveredAt when a channel first accepted a delivery; null before
 */
public record Alert(
        AlertId id,
        @Nullable AssessmentId assessment,
        int episode,
        Origin origin,
        Cause cause,
        AlertState state,
        Turn turn,
        long version,
        Instant raisedAt,
        @Nullable Instant deliveredAt) {

    /** Raises an alert: the first step is due at once, the next after its wait. */
    public static Change raise(
            AlertId id,
            @Nullable AssessmentId assessment,
            int episode,
            Origin origin,
            Cause cause,
            Policy policy,
            Instant now) {
        Alert alert = new Alert(
                id,
                assessment,
                episode,
                origin,
                cause,
                new AlertState.Notifying(now.plus(policy.at(Turn.FIRST).patience())),
                Turn.FIRST,
                1,
                now,
                null);
        return new Change(alert, null, What.RAISED, Change.SERVICE, now);
    }

    /** True until a person closes it. */
    public boolean isOpen() {
        return !(state instanceof AlertState.Closed);
    }

    /** True while on-call staff are to be told and no channel has accepted a delivery. */
    public boolean isUntoldEmergency() {
        return cause.kind() != AlertKind.OPERATIONS && state instanceof AlertState.Notifying && deliveredAt == null;
    }

    /** Who holds it; empty while people are still being told. */
    public Optional<Hold> hold() {
        return switch (state) {
            case AlertState.Notifying _ -> Optional.empty();
            case AlertState.Acknowledged(Hold hold, var _) -> Optional.of(hold);
            case AlertState.PatientContacted(Hold hold, var _, var _) -> Optional.of(hold);
            case AlertState.Closed(Hold hold, var _, var _) -> Optional.of(hold);
        };
    }

    /** When people are told again, unless somebody acts before; empty where nothing is waited for. */
    public Optional<Instant> nextAt() {
        return switch (state) {
            case AlertState.Notifying(Instant nextAt) -> Optional.of(nextAt);
            case AlertState.Acknowledged(var _, var contactBy) -> Optional.ofNullable(contactBy);
            case AlertState.PatientContacted(var _, var _, Instant closeBy) -> Optional.of(closeBy);
            case AlertState.Closed _ -> Optional.empty();
        };
    }

    /** A person takes the alert. Taking it again changes nothing, so that a lost answer can be asked for again. */
    public Acknowledging acknowledge(String by, Limits limits, Instant now) {
        return switch (state) {
            case AlertState.Notifying _ ->
                new Acknowledging.Taken(changed(
                        next(new AlertState.Acknowledged(new Hold(by, now), limits.contactBy(cause.kind(), now))),
                        What.ACKNOWLEDGED,
                        by,
                        now));
            case AlertState.Acknowledged(Hold hold, var _) -> heldBy(hold, by);
            case AlertState.PatientContacted(Hold hold, var _, var _) -> heldBy(hold, by);
            case AlertState.Closed _ -> new Acknowledging.Over(this);
        };
    }

    /** What a person can do with it now, the next step first. */
    public List<AlertAction> availableTo(String person) {
        boolean isTheirs = hold().filter(hold -> hold.by().equals(person)).isPresent();
        boolean isAboutAPatient = cause.kind() != AlertKind.OPERATIONS;
        return switch (state) {
            case AlertState.Notifying _ -> List.of(AlertAction.ACKNOWLEDGE);
            case AlertState.Acknowledged _ when !isTheirs -> List.of(AlertAction.REASSIGN);
            case AlertState.Acknowledged _
            when isAboutAPatient ->
                List.of(AlertAction.PATIENT_CONTACTED, AlertAction.UNREACHABLE, AlertAction.REASSIGN);
            case AlertState.PatientContacted _ when !isTheirs -> List.of(AlertAction.REASSIGN);
            case AlertState.Acknowledged _, AlertState.PatientContacted _ ->
                List.of(AlertAction.CLOSE, AlertAction.REASSIGN);
            case AlertState.Closed _ -> List.of();
        };
    }

    /** Whoever holds it goes on, or it is passed to another; empty where that is not {@linkplain #availableTo available}. */
    public Optional<Change> take(HolderStep step, String by, Limits limits, Instant now) {
        if (!availableTo(by).contains(step.action())) {
            return Optional.empty();
        }
        Hold hold = hold().orElseThrow();
        return Optional.of(
                switch (step) {
                    case HolderStep.PatientContacted _ ->
                        changed(
                                next(new AlertState.PatientContacted(hold, now, limits.closeBy(now))),
                                What.PATIENT_CONTACTED,
                                by,
                                now);
                    case HolderStep.Unreachable _ -> changed(next(state), What.PATIENT_UNREACHABLE, by, now);
                    case HolderStep.Reassign(String to) ->
                        changed(next(heldInstead(new Hold(to, now))), What.REASSIGNED, by, now);
                    case HolderStep.Close(ClosingOutcome outcome) ->
                        changed(next(new AlertState.Closed(hold, now, outcome)), What.CLOSED, by, now);
                });
    }

    private AlertState heldInstead(Hold hold) {
        return switch (state) {
            case AlertState.Acknowledged(var _, var contactBy) -> new AlertState.Acknowledged(hold, contactBy);
            case AlertState.PatientContacted(var _, Instant at, Instant closeBy) ->
                new AlertState.PatientContacted(hold, at, closeBy);
            case AlertState.Notifying _, AlertState.Closed _ -> throw new IllegalStateException("nobody holds it");
        };
    }

    /** The chain goes on, or begins anew where whoever took the alert has taken too long; empty where nothing is due. */
    public Optional<Change> goOn(Policy policy, Instant now) {
        return nextAt().filter(due -> !due.isAfter(now)).map(due -> switch (state) {
            case AlertState.Notifying _ -> tellingAt(policy.after(turn), policy, What.NEXT_STEP, now);
            case AlertState.Acknowledged _ -> tellingAt(turn.inNextRound(), policy, What.NOT_CONTACTED_IN_TIME, now);
            case AlertState.PatientContacted _ -> tellingAt(turn.inNextRound(), policy, What.NOT_CLOSED_IN_TIME, now);
            case AlertState.Closed _ -> throw new IllegalStateException("nothing of it is due");
        });
    }

    private Change tellingAt(Turn reached, Policy policy, What what, Instant now) {
        AlertState notifying =
                new AlertState.Notifying(now.plus(policy.at(reached).patience()));
        return changed(next(origin, cause, notifying, reached, deliveredAt), what, Change.SERVICE, now);
    }

    /** A channel has accepted a delivery; empty where it was not the first. */
    public Optional<Change> delivered(Instant at) {
        return toldUntil(at, turn);
    }

    /**
     * People were told of it, up to a turn of its chain, while that could not be written down.
     *
     * @param at when a channel first accepted a delivery
     */
    public Optional<Change> toldUntil(Instant at, Turn reached) {
        Turn later = state instanceof AlertState.Notifying && reached.isAfter(turn) ? reached : turn;
        if (deliveredAt != null && later.equals(turn)) {
            return Optional.empty();
        }
        Instant first = deliveredAt == null ? at : deliveredAt;
        return Optional.of(changed(next(origin, cause, state, later, first), What.DELIVERED, Change.SERVICE, at));
    }

    /** More is known about what the alert is about; empty where nothing of it is new. */
    Optional<Change> know(Cause better, Origin from, What what, Instant now) {
        Alert alert = from(from, now).next(better);
        return alert.origin.equals(origin) && better.equals(cause)
                ? Optional.empty()
                : Optional.of(changed(alert, what, Change.SERVICE, now));
    }

    /** A further record about the same assessment could not be processed. */
    Change suspected(Origin from, Instant now) {
        return changed(from(from, now).next(cause), What.SUSPECTED, Change.SERVICE, now);
    }

    /** The same alert, told to people before it could be stored. */
    public Alert toldBefore(Instant since, @Nullable Instant firstDeliveredAt) {
        return new Alert(id, assessment, episode, origin, cause, state, turn, version, since, firstDeliveredAt);
    }

    /** The same alert, whose chain has come to a turn already. */
    public Alert goingOnFrom(Turn reached, Instant nextAt) {
        AlertState notifying = new AlertState.Notifying(nextAt);
        return new Alert(id, assessment, episode, origin, cause, notifying, reached, version, raisedAt, deliveredAt);
    }

    /** Once its network is known, that network's people are told without waiting for the others' patience to end. */
    private Alert from(Origin known, Instant now) {
        if (!origin.equals(Origin.UNKNOWN) || known.equals(Origin.UNKNOWN)) {
            return this;
        }
        AlertState then = state instanceof AlertState.Notifying ? new AlertState.Notifying(now) : state;
        return new Alert(id, assessment, episode, known, cause, then, turn, version, raisedAt, deliveredAt);
    }

    private Acknowledging heldBy(Hold hold, String by) {
        return hold.by().equals(by)
                ? new Acknowledging.AlreadyTheirs(this)
                : new Acknowledging.HeldByAnother(this, hold);
    }

    private Alert next(AlertState then) {
        return next(origin, cause, then, turn, deliveredAt);
    }

    private Alert next(Cause better) {
        return next(origin, better, state, turn, deliveredAt);
    }

    private Alert next(Origin from, Cause about, AlertState then, Turn at, @Nullable Instant firstDeliveredAt) {
        return new Alert(id, assessment, episode, from, about, then, at, version + 1, raisedAt, firstDeliveredAt);
    }

    private Change changed(Alert alert, What what, String actor, Instant now) {
        return new Change(alert, state.name(), what, actor, now);
    }
}
