package io.dorsal.notification.alert;

import io.dorsal.notification.policy.Policy;
import io.dorsal.notification.policy.Turn;
import java.time.Instant;
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
            case AlertState.Notifying notifying -> Optional.empty();
            case AlertState.Acknowledged(Hold hold) -> Optional.of(hold);
            case AlertState.PatientContacted(Hold hold, Instant at) -> Optional.of(hold);
            case AlertState.Closed(Hold hold, Instant at, ClosingOutcome outcome) -> Optional.of(hold);
        };
    }

    /** When the chain goes on by itself; empty while somebody holds the alert. */
    public Optional<Instant> nextAt() {
        return state instanceof AlertState.Notifying(Instant nextAt) ? Optional.of(nextAt) : Optional.empty();
    }

    /** A person takes the alert. Taking it again changes nothing, so that a lost answer can be asked for again. */
    public Acknowledging acknowledge(String by, Instant now) {
        return switch (state) {
            case AlertState.Notifying notifying ->
                new Acknowledging.Taken(changed(
                        next(origin, cause, new AlertState.Acknowledged(new Hold(by, now)), turn, deliveredAt),
                        What.ACKNOWLEDGED,
                        by,
                        now));
            case AlertState.Acknowledged(Hold hold) -> heldBy(hold, by);
            case AlertState.PatientContacted(Hold hold, Instant at) -> heldBy(hold, by);
            case AlertState.Closed closed -> new Acknowledging.Over(this);
        };
    }

    /** The chain goes on; empty where somebody has taken the alert or the step is not due. */
    public Optional<Change> goOn(Policy policy, Instant now) {
        if (nextAt().filter(due -> !due.isAfter(now)).isEmpty()) {
            return Optional.empty();
        }
        Turn next = policy.after(turn);
        AlertState notifying = new AlertState.Notifying(now.plus(policy.at(next).patience()));
        return Optional.of(
                changed(next(origin, cause, notifying, next, deliveredAt), What.NEXT_STEP, Change.SERVICE, now));
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
