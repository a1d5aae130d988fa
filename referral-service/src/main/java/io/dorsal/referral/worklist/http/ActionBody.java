package io.dorsal.referral.worklist.http;

import io.dorsal.referral.lifecycle.Code;
import io.dorsal.rules.decision.Queue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the body of an action may have, as it is described; {@link ActionReader} reads it. */
@Schema(description = "only the members that belong to the action; absent where it needs none")
record ActionBody(
        @Schema(description = "to schedule") @Nullable Instant appointmentAt,

        @Schema(description = "to schedule, optional", maxLength = 200) @Nullable
        String site,

        @Schema(description = "to complete: one of the codes listed for it") @Nullable
        Code outcome,

        @Schema(description = "to return, redirect, cancel and pause: one of the codes listed for it") @Nullable
        Code reason,

        @Schema(description = "to return: what the clinic is to do", maxLength = 4000) @Nullable
        String advice,

        @Schema(description = "to redirect") @Nullable Queue queue,

        @Schema(description = "to pause: when the clock goes on at the latest") @Nullable
        Instant until,

        @Schema(description = "with each, optional; stays in the history", maxLength = 4000) @Nullable
        String comment) {}
