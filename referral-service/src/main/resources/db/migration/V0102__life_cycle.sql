alter table assessment add column asked jsonb not null default '[]';
comment on column assessment.asked is 'What all decisions about the body that stands have asked for: asking for it again, by a repetition, opens nothing that has been closed.';
update assessment set asked = coalesce((
    select jsonb_agg(jsonb_build_object(
        'queue', request ->> 'queue', 'urgency', request ->> 'urgency', 'primary', request -> 'primary', 'rules', (
            select coalesce(jsonb_agg(finding -> 'rule'), '[]') from jsonb_array_elements(decision::jsonb -> 'findings') as finding
            where finding -> 'queues' ? (request ->> 'queue'))))
    from jsonb_array_elements(decision::jsonb -> 'referrals') as request), '[]');

alter table referral
    add column path text[] not null default '{}',
    add column code text,
    add column advice text,
    add column site text,
    add column appointment_at timestamptz,
    add column redirected_to text,
    add column to_confirm text,
    add column paused_ms bigint not null default 0,
    add column paused_since timestamptz,
    add column paused_until timestamptz,
    add column pause_reason text,
    add column breached_at timestamptz,
    add column is_awaited boolean not null default true;
comment on column referral.path is 'The queues from which it was redirected; it never goes to one of them again.';
comment on column referral.code is 'The coded outcome or reason of its state.';
comment on column referral.to_confirm is 'The end that the clinic or a newer revision asks for, until a specialist confirms.';
comment on column referral.paused_ms is 'How long its clock has been paused in all, with a running pause up to its limit. Part of due_at.';
comment on column referral.breached_at is 'When it was told that it is past due: the guard that this is told once.';
comment on column referral.is_awaited is 'Of an open one: whether somebody is waited for, so that it can be past due.';
drop index referral_worklist;
create index referral_worklist on referral (queue, urgency, due_at, referral_id)
    include (network_id, state, routed_at, is_awaited) where is_open and not synthetic;
create index referral_due on referral (due_at) where is_open and is_awaited and breached_at is null;

alter table referral_change
    add column action text,
    add column code text,
    add column comment text,
    add column advice text,
    add column site text,
    add column appointment_at timestamptz,
    add column redirected_to text,
    add column paused_until timestamptz;
comment on column referral_change.action is 'What somebody did; null where the service followed a decision or a clock.';
