package io.dorsal.referral.lifecycle.jdbc;

import io.dorsal.referral.lifecycle.Action;
import io.dorsal.referral.lifecycle.ActionName;
import io.dorsal.referral.lifecycle.Code;
import io.dorsal.referral.lifecycle.Deed;
import io.dorsal.referral.lifecycle.ReferralChange;
import io.dorsal.rules.decision.Queue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What somebody did, as columns of the history. */
record DeedColumns(
        @Nullable String action,
        @Nullable String code,
        @Nullable String comment,
        @Nullable String advice,
        @Nullable String site,
        @Nullable Instant appointmentAt,
        @Nullable String redirectedTo,
        @Nullable Instant pausedUntil) {

    private static final DeedColumns NONE = new DeedColumns(null, null, null, null, null, null, null, null);

    static DeedColumns of(ReferralChange change) {
        return change.done().map(DeedColumns::of).orElse(NONE);
    }

    private static DeedColumns of(Deed deed) {
        Action action = deed.action();
        DeedColumns plain = new DeedColumns(
                action.name().name(),
                action.code().map(Enum::name).orElse(null),
                deed.comment(),
                null,
                null,
                null,
                null,
                null);
        return switch (action) {
            case Action.Schedule(Instant at, String site) -> plain.appointed(at, site);
            case Action.Return returned -> plain.advised(returned.advice());
            case Action.Redirect redirected ->
                plain.redirected(redirected.queue().name());
            case Action.Pause pausing -> plain.paused(pausing.until());
            case Action.Accept _,
                    Action.Complete _,
                    Action.Cancel _,
                    Action.Confirm _,
                    Action.NoShow _,
                    Action.Resume _ -> plain;
        };
    }

    static DeedColumns read(ResultSet row) throws SQLException {
        return new DeedColumns(
                row.getString("action"),
                row.getString("code"),
                row.getString("comment"),
                row.getString("advice"),
                row.getString("site"),
                time(row, "appointment_at"),
                row.getString("redirected_to"),
                time(row, "paused_until"));
    }

    /** As it was taken. */
    Deed deed(String actor) {
        Action taken = switch (ActionName.valueOf(Objects.requireNonNull(action))) {
            case ACCEPT -> new Action.Accept();
            case SCHEDULE -> new Action.Schedule(Objects.requireNonNull(appointmentAt), site);
            case COMPLETE -> new Action.Complete(coded());
            case RETURN -> new Action.Return(coded(), Objects.requireNonNull(advice));
            case REDIRECT -> new Action.Redirect(Queue.valueOf(Objects.requireNonNull(redirectedTo)), coded());
            case CANCEL -> new Action.Cancel(coded());
            case CONFIRM -> new Action.Confirm();
            case NO_SHOW -> new Action.NoShow();
            case PAUSE -> new Action.Pause(coded(), Objects.requireNonNull(pausedUntil));
            case RESUME -> new Action.Resume();
        };
        return new Deed(taken, actor, comment);
    }

    private Code coded() {
        return Code.valueOf(Objects.requireNonNull(code));
    }

    private DeedColumns appointed(Instant at, @Nullable String place) {
        return new DeedColumns(action, code, comment, null, place, at, null, null);
    }

    private DeedColumns advised(String given) {
        return new DeedColumns(action, code, comment, given, null, null, null, null);
    }

    private DeedColumns redirected(String queue) {
        return new DeedColumns(action, code, comment, null, null, null, queue, null);
    }

    private DeedColumns paused(Instant until) {
        return new DeedColumns(action, code, comment, null, null, null, null, until);
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
