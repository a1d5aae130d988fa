package io.dorsal.referral.routing.jdbc;

import static io.dorsal.referral.routing.jdbc.SqlArrays.booleans;
import static io.dorsal.referral.routing.jdbc.SqlArrays.integers;
import static io.dorsal.referral.routing.jdbc.SqlArrays.longs;
import static io.dorsal.referral.routing.jdbc.SqlArrays.texts;
import static io.dorsal.referral.routing.jdbc.SqlArrays.times;
import static io.dorsal.referral.routing.jdbc.SqlArrays.uuids;

import io.dorsal.referral.routing.AssessmentId;
import io.dorsal.referral.routing.Referral;
import io.dorsal.referral.routing.ReferralChange;
import io.dorsal.referral.routing.ReferralState;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The referrals with their history. */
@Repository
class ReferralTable {

    private final JdbcTemplate jdbc;

    ReferralTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest episode of each queue, of assessments whose rows are locked. */
    List<Referral> latest(Collection<AssessmentId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return jdbc.query("""
                select distinct on (assessment_id, queue) * from referral
                where assessment_id = any(?) order by assessment_id, queue, episode desc
                """, ReferralRows::read, uuids(ids, AssessmentId::value));
    }

    /** Takes an earlier episode before a later one, so that it is closed before the next one opens. */
    void upsert(Collection<Referral> referrals) {
        if (referrals.isEmpty()) {
            return;
        }
        jdbc.update(
                """
                insert into referral (referral_id, assessment_id, queue, episode, clinic_id, network_id, synthetic, revision,
                    urgency, is_primary, rules, state, is_open, routed_at, due_at, version)
                select id, assessment, queue, episode, clinic, network, synthetic, revision, urgency::urgency, is_primary,
                    string_to_array(rules, E'\\n'), state, is_open, routed, due, version
                from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as changed (id, assessment, queue, episode,
                    clinic, network, synthetic, revision, urgency, is_primary, rules, state, is_open, routed, due, version)
                on conflict (referral_id) do update
                set revision = excluded.revision, urgency = excluded.urgency, is_primary = excluded.is_primary,
                    rules = excluded.rules, state = excluded.state, is_open = excluded.is_open, due_at = excluded.due_at,
                    version = excluded.version
                """,
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
                texts(referrals, referral -> referral.state().code()),
                booleans(referrals, referral -> referral.state().isOpen()),
                times(referrals, Referral::routedAt),
                times(referrals, Referral::dueAt),
                longs(referrals, Referral::version));
    }

    void append(List<ReferralChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        jdbc.update(
                """
                insert into referral_change (referral_id, version, revision, from_state, to_state, urgency, reason, actor,
                    changed_at)
                select id, version, revision, from_state, to_state, urgency::urgency, reason, actor, changed
                from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?) as change (id, version, revision, from_state, to_state, urgency,
                    reason, actor, changed)
                """,
                uuids(changes, change -> change.referral().id().value()),
                longs(changes, change -> change.referral().version()),
                integers(changes, change -> change.referral().revision()),
                texts(changes, change -> code(change.from())),
                texts(changes, change -> change.referral().state().code()),
                texts(changes, change -> change.referral().urgency().name()),
                texts(changes, change -> change.reason().name()),
                texts(changes, ReferralChange::actor),
                times(changes, ReferralChange::at));
    }

    private static @Nullable String code(@Nullable ReferralState state) {
        return state == null ? null : state.code();
    }
}
