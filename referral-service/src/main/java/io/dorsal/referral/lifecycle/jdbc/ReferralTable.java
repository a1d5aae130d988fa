package io.dorsal.referral.lifecycle.jdbc;

import static io.dorsal.referral.lifecycle.jdbc.SqlArrays.booleans;
import static io.dorsal.referral.lifecycle.jdbc.SqlArrays.integers;
import static io.dorsal.referral.lifecycle.jdbc.SqlArrays.longs;
import static io.dorsal.referral.lifecycle.jdbc.SqlArrays.optionalTimes;
import static io.dorsal.referral.lifecycle.jdbc.SqlArrays.texts;
import static io.dorsal.referral.lifecycle.jdbc.SqlArrays.times;
import static io.dorsal.referral.lifecycle.jdbc.SqlArrays.uuids;

import io.dorsal.referral.lifecycle.AssessmentId;
import io.dorsal.referral.lifecycle.Referral;
import io.dorsal.referral.lifecycle.ReferralId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The referrals. Whoever writes one has locked the row of its assessment. */
@Repository
public class ReferralTable {

    private static final String UPSERT = """
            insert into referral (referral_id, assessment_id, queue, episode, clinic_id, network_id, synthetic, revision,
                urgency, is_primary, rules, path, state, code, advice, site, appointment_at, redirected_to, to_confirm,
                is_open, is_awaited, routed_at, due_at, paused_ms, paused_since, paused_until, pause_reason, breached_at,
                version, placed_site, placed_reason, placed_taken, placed_slots, placed_version)
            select id, assessment, queue, episode, clinic, network, synthetic, revision, urgency::urgency, is_primary,
                string_to_array(rules, E'\\n'), string_to_array(path, E'\\n'), state, code, advice, site, appointment,
                redirected_to, to_confirm, is_open, is_awaited, routed, due, paused, since, until, pause,
                breached, version, placed_site, placed_reason, placed_taken, placed_slots, placed_version
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                ?) as changed (id, assessment, queue, episode, clinic, network, synthetic, revision, urgency, is_primary,
                rules, path, state, code, advice, site, appointment, redirected_to, to_confirm, is_open, is_awaited, routed, due, paused, since,
                until, pause, breached, version, placed_site, placed_reason, placed_taken, placed_slots, placed_version)
            on conflict (referral_id) do update
            set revision = excluded.revision, urgency = excluded.urgency, is_primary = excluded.is_primary,
                rules = excluded.rules, path = excluded.path, state = excluded.state, code = excluded.code,
                advice = excluded.advice, site = excluded.site, appointment_at = excluded.appointment_at,
                redirected_to = excluded.redirected_to, to_confirm = excluded.to_confirm, is_open = excluded.is_open,
                is_awaited = excluded.is_awaited, routed_at = excluded.routed_at, due_at = excluded.due_at,
                paused_ms = excluded.paused_ms, paused_since = excluded.paused_since, paused_until = excluded.paused_until,
                pause_reason = excluded.pause_reason, breached_at = excluded.breached_at, version = excluded.version,
                changed_at = date_trunc('milliseconds', clock_timestamp()),
                placed_site = excluded.placed_site, placed_reason = excluded.placed_reason,
                placed_taken = excluded.placed_taken, placed_slots = excluded.placed_slots,
                placed_version = excluded.placed_version
            where referral.version < excluded.version
            """;

    private final JdbcTemplate jdbc;

    ReferralTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest episode of each queue, of assessments whose rows are locked. */
    public List<Referral> latest(Collection<AssessmentId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return jdbc.query("""
                select distinct on (assessment_id, queue) * from referral
                where assessment_id = any(?) order by assessment_id, queue, episode desc
                """, ReferralRows::read, uuids(ids, AssessmentId::value));
    }

    Optional<Referral> find(ReferralId id) {
        return jdbc.query("select * from referral where referral_id = ?", ReferralRows::read, id.value()).stream()
                .findFirst();
    }

    /**
     * Takes an earlier episode before a later one, so that it is closed before the next one opens.
     *
     * @throws OptimisticLockingFailureException where a referral is no older than what is written
     */
    public void upsert(Collection<Referral> referrals) {
        if (referrals.isEmpty()) {
            return;
        }
        List<StateColumns> states = referrals.stream().map(StateColumns::of).toList();
        List<PlacementColumns> placements = referrals.stream()
                .map(referral -> PlacementColumns.of(referral.placement()))
                .toList();
        int written = jdbc.update(
                UPSERT,
                uuids(referrals, referral -> referral.id().value()),
                uuids(referrals, referral -> referral.assessmentId().value()),
                texts(referrals, referral -> referral.queue().name()),
                integers(referrals, Referral::episode),
                texts(referrals, referral -> referral.origin().clinicId()),
                texts(referrals, referral -> referral.origin().networkId()),
                booleans(referrals, referral -> referral.origin().synthetic()),
                integers(referrals, Referral::revision),
                texts(referrals, referral -> referral.urgency().name()),
                booleans(referrals, referral -> referral.request().primary()),
                texts(
                        referrals,
                        referral -> String.join("\n", referral.request().rules())),
                texts(referrals, ReferralTable::path),
                texts(referrals, referral -> referral.state().code()),
                texts(states, StateColumns::code),
                texts(states, StateColumns::advice),
                texts(states, StateColumns::site),
                optionalTimes(states, StateColumns::appointmentAt),
                texts(states, StateColumns::redirectedTo),
                texts(referrals, referral -> name(referral.toConfirm())),
                booleans(referrals, referral -> referral.state().isOpen()),
                booleans(referrals, Referral::isAwaited),
                times(referrals, Referral::routedAt),
                times(referrals, Referral::dueAt),
                longs(referrals, referral -> referral.clock().paused().toMillis()),
                optionalTimes(states, StateColumns::pausedSince),
                optionalTimes(states, StateColumns::pausedUntil),
                texts(states, StateColumns::pauseReason),
                optionalTimes(referrals, referral -> referral.clock().breachedAt()),
                longs(referrals, Referral::version),
                texts(placements, PlacementColumns::site),
                texts(placements, PlacementColumns::reason),
                integers(placements, PlacementColumns::taken),
                integers(placements, PlacementColumns::slots),
                longs(placements, PlacementColumns::version));
        if (written < referrals.size()) {
            throw new OptimisticLockingFailureException("another transaction was first with a referral");
        }
    }

    private static String path(Referral referral) {
        return referral.path().stream().map(Enum::name).collect(Collectors.joining("\n"));
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
