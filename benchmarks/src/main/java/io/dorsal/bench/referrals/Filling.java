package io.dorsal.bench.referrals;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Fills a database as if referrals had come and been worked on: each of an assessment of its own, four of five open, in twelve
 * queues of two networks, one in a hundred an emergency, one in twenty past due.
 */
final class Filling {

    private static final String ASSESSMENTS = """
            insert into assessment (assessment_id, clinic_id, network_id, synthetic, revision, decision_id, body_hash, urgency,
                received_at, first_received_at, decided_at, decision)
            select md5('assessment ' || n)::uuid, 'clinic-' || n % 40, 'network-' || n % 2, false, 1,
                md5('decision ' || n)::uuid, md5('body ' || n), 'SOON', now() - interval '20 days', now() - interval '20 days',
                now() - interval '20 days', '{"findings": [{"rule": "NEURO-2", "title": "Severe stable motor deficit",
                    "urgency": "SOON", "because": [{"path": "neuro.motorWeakness", "value": "SEVERE"}], "queues": [],
                    "sources": ["S1.3"]}]}'::json
            from generate_series(1, :referrals) as n
            """;

    private static final String REFERRALS = """
            insert into referral (referral_id, assessment_id, queue, episode, clinic_id, network_id, synthetic, revision, urgency,
                is_primary, rules, state, code, appointment_at, is_open, is_awaited, routed_at, due_at, breached_at, version)
            select md5('referral ' || n)::uuid, md5('assessment ' || n)::uuid, queue, 1, 'clinic-' || n % 40,
                'network-' || n % 2, false, 1, urgency, true, '{NEURO-2}', state,
                case when state = 'COMPLETED' then 'TREATED' end, case when state = 'SCHEDULED' then now() + interval '2 days' end,
                is_open, is_open and (urgency <> 'EMERGENCY' or state = 'ROUTED'), due_at - target, due_at,
                case when is_open and (urgency <> 'EMERGENCY' or state = 'ROUTED') and due_at < now() then due_at end, version
            from (
                select n, (cast(:queues as text[]))[(1 + spread % 12)::integer] as queue, urgency, target, state, state <> 'COMPLETED' as is_open,
                    case state when 'ROUTED' then 1 when 'ACCEPTED' then 2 when 'SCHEDULED' then 3 else 4 end as version,
                    now() + target * ((spread / 12) % 10000 / 10000.0 - 0.05) as due_at
                from (
                    select n, spread,
                        (case when percent < 1 then 'EMERGENCY' when percent < 10 then 'URGENT' when percent < 40 then 'SOON'
                            else 'ROUTINE' end)::urgency as urgency,
                        case when percent < 1 then interval '15 minutes' when percent < 10 then interval '1 day'
                            when percent < 40 then interval '7 days' else interval '42 days' end as target,
                        case when n % 10 < 2 then 'COMPLETED' when n % 10 < 7 then 'ROUTED' when n % 10 < 9 then 'ACCEPTED'
                            else 'SCHEDULED' end as state
                    from (
                        select n, hashint8(n)::bigint & 2147483647 as spread,
                            (hashint8(-n)::bigint & 2147483647) % 100 as percent
                        from generate_series(1::bigint, :referrals) as n
                    ) as numbered
                ) as drawn
            ) as made
            """;

    private static final String HISTORY = """
            insert into referral_change (referral_id, version, revision, from_state, to_state, urgency, reason, actor, changed_at,
                action, code, appointment_at)
            select referral_id, step.version, 1, step.from_state, step.to_state, urgency, step.reason, 'somebody',
                routed_at + step.version * interval '1 minute', step.action,
                case when step.action = 'COMPLETE' then 'TREATED' end,
                case when step.action = 'SCHEDULE' then now() + interval '2 days' end
            from referral join (values
                (1, null, 'ROUTED', 'DECIDED', null), (2, 'ROUTED', 'ACCEPTED', 'ACCEPTED', 'ACCEPT'),
                (3, 'ACCEPTED', 'SCHEDULED', 'SCHEDULED', 'SCHEDULE'), (4, 'SCHEDULED', 'COMPLETED', 'COMPLETED', 'COMPLETE')
            ) as step (version, from_state, to_state, reason, action) on step.version <= referral.version
            """;

    private Filling() {}

    static void fill(JdbcClient jdbc, int referrals) {
        jdbc.sql(ASSESSMENTS).param("referrals", referrals).update();
        jdbc.sql(REFERRALS)
                .param("referrals", referrals)
                .param("queues", Desk.queueNames())
                .update();
        jdbc.sql(HISTORY).update();
        jdbc.sql("vacuum analyze").update();
        jdbc.sql("checkpoint").update();
    }
}
