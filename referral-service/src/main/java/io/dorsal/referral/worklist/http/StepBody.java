package io.dorsal.referral.worklist.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dorsal.referral.lifecycle.Action;
import io.dorsal.referral.lifecycle.ChangeReason;
import io.dorsal.referral.lifecycle.Deed;
import io.dorsal.referral.worklist.ReferralFile;
import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.decision.Urgency;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step of the history.
 *
 * @param from absent for the first
 * @param change what happened
 * @param reason the code that was given for it; what happened, where none was
 * @param action what somebody did, as named in the paths; absent where nobody did anything
 * @param queue the one that it was redirected to
 * @param siteChoice of a step that chose a site, or found none
 * @param until when a pause is over at the latest
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StepBody(
        long version,
        int revision,
        Instant at,
        String actor,
        @Nullable String from,
        String to,
        Urgency urgency,
        ChangeReason change,
        String reason,
        @Nullable String action,
        @Nullable String comment,
        @Nullable String advice,
        @Nullable Instant appointmentAt,
        @Nullable String site,
        @Nullable Queue queue,
        @Nullable Instant until,
        @Nullable SiteChoiceBody siteChoice) {

    static StepBody of(ReferralFile.Step step) {
        StepBody plain = new StepBody(
                step.version(),
                step.revision(),
                step.at(),
                step.actor(),
                step.before().map(Enum::name).orElse(null),
                step.to().name(),
                step.urgency(),
                step.reason(),
                step.codedReason(),
                step.done().map(deed -> deed.action().name().path()).orElse(null),
                step.done().map(Deed::comment).orElse(null),
                null,
                null,
                null,
                null,
                null,
                SiteChoiceBody.of(step.placement()));
        return step.done().map(deed -> plain.detailed(deed.action())).orElse(plain);
    }

    private StepBody detailed(Action done) {
        return switch (done) {
            case Action.Schedule(Instant at, String place) -> with(null, at, place, null, null);
            case Action.Return returned -> with(returned.advice(), null, null, null, null);
            case Action.Redirect redirected -> with(null, null, null, redirected.queue(), null);
            case Action.Pause paused -> with(null, null, null, null, paused.until());
            case Action.Accept _,
                    Action.Complete _,
                    Action.Cancel _,
                    Action.Confirm _,
                    Action.NoShow _,
                    Action.Resume _ -> this;
        };
    }

    private StepBody with(
            @Nullable String advised,
            @Nullable Instant at,
            @Nullable String place,
            @Nullable Queue other,
            @Nullable Instant limit) {
        return new StepBody(
                version,
                revision,
                this.at,
                actor,
                from,
                to,
                urgency,
                change,
                reason,
                action,
                comment,
                advised,
                at,
                place,
                other,
                limit,
                siteChoice);
    }
}
