package io.dorsal.referral.lifecycle.jdbc;

import static io.dorsal.referral.lifecycle.jdbc.SqlArrays.integers;
import static io.dorsal.referral.lifecycle.jdbc.SqlArrays.longs;
import static io.dorsal.referral.lifecycle.jdbc.SqlArrays.optionalTimes;
import static io.dorsal.referral.lifecycle.jdbc.SqlArrays.texts;
import static io.dorsal.referral.lifecycle.jdbc.SqlArrays.times;
import static io.dorsal.referral.lifecycle.jdbc.SqlArrays.uuids;

import io.dorsal.referral.lifecycle.Deed;
import io.dorsal.referral.lifecycle.ReferralChange;
import io.dorsal.referral.lifecycle.ReferralId;
import io.dorsal.referral.lifecycle.ReferralState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The history of the referrals; rows are only ever added. */
@Repository
public class ChangeTable {

    private final JdbcTemplate jdbc;

    ChangeTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds changes, in the order in which they happened. */
    public void append(List<ReferralChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        List<DeedColumns> deeds = changes.stream().map(DeedColumns::of).toList();
        List<PlacementColumns> placements = changes.stream()
                .map(change -> PlacementColumns.of(change.chosen().orElse(null)))
                .toList();
        jdbc.update(
                """
                insert into referral_change (referral_id, version, revision, from_state, to_state, urgency, reason, actor,
                    changed_at, action, code, comment, advice, site, appointment_at, redirected_to, paused_until,
                    placed_site, placed_reason, placed_taken, placed_slots)
                select id, version, revision, from_state, to_state, urgency::urgency, reason, actor, changed, action, code,
                    comment, advice, site, appointment, redirected_to, until, placed_site, placed_reason, placed_taken,
                    placed_slots
                from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as change (id, version,
                    revision, from_state, to_state, urgency, reason, actor, changed, action, code, comment, advice, site, appointment,
                    redirected_to, until, placed_site, placed_reason, placed_taken, placed_slots)
                """,
                uuids(changes, change -> change.referral().id().value()),
                longs(changes, change -> change.referral().version()),
                integers(changes, change -> change.referral().revision()),
                texts(changes, change -> code(change.from())),
                texts(changes, change -> change.referral().state().code()),
                texts(changes, change -> change.referral().urgency().name()),
                texts(changes, change -> change.reason().name()),
                texts(changes, ReferralChange::actor),
                times(changes, ReferralChange::at),
                texts(deeds, DeedColumns::action),
                texts(deeds, DeedColumns::code),
                texts(deeds, DeedColumns::comment),
                texts(deeds, DeedColumns::advice),
                texts(deeds, DeedColumns::site),
                optionalTimes(deeds, DeedColumns::appointmentAt),
                texts(deeds, DeedColumns::redirectedTo),
                optionalTimes(deeds, DeedColumns::pausedUntil),
                texts(placements, PlacementColumns::site),
                texts(placements, PlacementColumns::reason),
                integers(placements, PlacementColumns::taken),
                integers(placements, PlacementColumns::slots));
    }

    /** What somebody did to arrive at a version; empty where nobody did anything, or there is no such version. */
    Optional<Deed> deed(ReferralId id, long version) {
        return jdbc
                .query(
                        "select * from referral_change where referral_id = ? and version = ?",
                        (row, _) -> deed(row),
                        id.value(),
                        version)
                .stream()
                .findFirst()
                .flatMap(deed -> deed);
    }

    /** What somebody did, by a row with all its columns; empty where nobody did anything. */
    public static Optional<Deed> deed(ResultSet row) throws SQLException {
        return row.getString("action") == null
                ? Optional.empty()
                : Optional.of(DeedColumns.read(row).deed(row.getString("actor")));
    }

    private static @Nullable String code(@Nullable ReferralState state) {
        return state == null ? null : state.code();
    }
}
