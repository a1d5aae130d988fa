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
                new Acknowledging.Taken(
                        changed(new AlertState.Acknowledged(new Hold(by, now)), What.ACKNOWLEDGED, by, now));
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
        Alert alert = new Alert(
                id,
                assessment,
                episode,
                origin,
                cause,
                new AlertState.Notifying(now.plus(policy.at(next).patience())),
                next,
                version + 1,
                raisedAt,
                deliveredAt);
        return Optional.of(new Change(alert, state.name(), What.NEXT_STEP, Change.SERVICE, now));
    }

    /** A channel has accepted a delivery; empty where it was not the first. */
    public Optional<Change> delivered(Instant at) {
        if (deliveredAt != null) {
            return Optional.empty();
        }
        Alert alert = new Alert(id, assessment, episode, origin, cause, state, turn, version + 1, raisedAt, at);
        return Optional.of(new Change(alert, state.name(), What.DELIVERED, Change.SERVICE, at));
    }

    /** More is known about what the alert is about; empty where nothing of it is new. */
    Optional<Change> know(Cause better, What what, Instant now) {
        if (better.equals(cause)) {
            return Optional.empty();
        }
        Alert alert =
                new Alert(id, assessment, episode, origin, better, state, turn, version + 1, raisedAt, deliveredAt);
        return Optional.of(new Change(alert, state.name(), what, Change.SERVICE, now));
    }

    /** The same alert, told to people before it could be stored. */
    public Alert toldBefore(Instant raisedAt, @Nullable Instant deliveredAt) {
        return new Alert(id, assessment, episode, origin, cause, state, turn, version, raisedAt, deliveredAt);
    }

    private Acknowledging heldBy(Hold hold, String by) {
        return hold.by().equals(by)
                ? new Acknowledging.AlreadyTheirs(this)
                : new Acknowledging.HeldByAnother(this, hold);
    }

    private Change changed(AlertState next, What what, String actor, Instant now) {
        Alert alert = new Alert(id, assessment, episode, origin, cause, next, turn, version + 1, raisedAt, deliveredAt);
        return new Change(alert, state.name(), what, actor, now);
    }
}
