package io.dorsal.referral.lifecycle;

import io.dorsal.rules.decision.Queue;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What somebody does with a referral, with all that belongs to it. Its codes are of its own kind. */
public sealed interface Action {

    /** Takes it on. */
    record Accept() implements Action {}

    /** Gives the patient an appointment, or another one. */
    record Schedule(Instant appointmentAt, @Nullable String site) implements Action {}

    /** Says that the patient was seen. */
    record Complete(Code outcome) implements Action {}

    /** Gives it back to the clinic. */
    record Return(Code reason, String advice) implements Action {}

    /** Moves it on to another queue. */
    record Redirect(Queue queue, Code reason) implements Action {}

    /** Gives it up. */
    record Cancel(Code reason) implements Action {}

    /** Agrees to the end that is asked for. */
    record Confirm() implements Action {}

    /** Says that the patient did not come. */
    record NoShow() implements Action {}

    /** Stops the clock. */
    record Pause(Code reason, Instant until) implements Action {}

    /** Has the clock go on. */
    record Resume() implements Action {}

    /** The name of the action. */
    default ActionName name() {
        return switch (this) {
            case Accept _ -> ActionName.ACCEPT;
            case Schedule _ -> ActionName.SCHEDULE;
            case Complete _ -> ActionName.COMPLETE;
            case Return _ -> ActionName.RETURN;
            case Redirect _ -> ActionName.REDIRECT;
            case Cancel _ -> ActionName.CANCEL;
            case Confirm _ -> ActionName.CONFIRM;
            case NoShow _ -> ActionName.NO_SHOW;
            case Pause _ -> ActionName.PAUSE;
            case Resume _ -> ActionName.RESUME;
        };
    }

    /** Its coded reason or outcome; empty where it needs none. */
    default Optional<Code> code() {
        return switch (this) {
            case Complete(Code outcome) -> Optional.of(outcome);
            case Return returned -> Optional.of(returned.reason());
            case Redirect redirected -> Optional.of(redirected.reason());
            case Cancel(Code reason) -> Optional.of(reason);
            case Pause paused -> Optional.of(paused.reason());
            case Accept _, Schedule _, Confirm _, NoShow _, Resume _ -> Optional.empty();
        };
    }
}
