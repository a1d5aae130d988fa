create type urgency as enum ('EMERGENCY', 'URGENT', 'SOON', 'ROUTINE', 'SELF_CARE');
comment on type urgency is 'How soon a patient needs care; sorts the most urgent first.';

create table assessment (
    assessment_id uuid primary key,
    clinic_id text not null,
    network_id text not null,
    synthetic boolean not null,
    revision integer not null,
    decision_id uuid not null,
    body_hash text not null,
    urgency urgency not null,
    received_at timestamptz not null,
    decided_at timestamptz not null,
    decision json not null
);
comment on table assessment is 'An assessment, with the decision that its referrals follow: of the newest revision, and of two bodies the more urgent. Its row is locked first by whoever changes one of its referrals, in the order of the ids.';
comment on column assessment.revision is 'The guard: what is older changes nothing.';
comment on column assessment.decision is 'The decision with its explanation, as HTTP shows it.';

create table referral (
    referral_id uuid primary key,
    assessment_id uuid not null,
    queue text not null,
    episode integer not null,
    clinic_id text not null,
    network_id text not null,
    synthetic boolean not null,
    revision integer not null,
    urgency urgency not null,
    is_primary boolean not null,
    rules text[] not null,
    state text not null,
    is_open boolean not null,
    routed_at timestamptz not null,
    due_at timestamptz not null,
    version bigint not null
);
comment on table referral is 'A patient''s place in a queue, as it stands after its latest change.';
comment on column referral.is_open is 'Whether somebody still has to do something.';
comment on column referral.due_at is 'infinity: its urgency has no target.';
comment on column referral.version is 'From 1, one more with each change.';

create unique index referral_episode on referral (assessment_id, queue, episode);
create unique index referral_one_open on referral (assessment_id, queue) where is_open;
create index referral_worklist on referral (queue, urgency, due_at, referral_id)
    include (network_id, state, routed_at) where is_open and not synthetic;
create index referral_closed on referral (queue, state, urgency, due_at, referral_id) where not is_open and not synthetic;

create table referral_change (
    referral_id uuid not null,
    version bigint not null,
    revision integer not null,
    from_state text,
    to_state text not null,
    urgency urgency not null,
    reason text not null,
    actor text not null,
    changed_at timestamptz not null,
    primary key (referral_id, version)
);
comment on table referral_change is 'The whole history of each referral; rows are only ever added.';

create table body_conflict (
    assessment_id uuid not null,
    revision integer not null,
    dropped_hash text not null,
    dropped_urgency urgency not null,
    kept_hash text not null,
    kept_urgency urgency not null,
    seen_at timestamptz not null,
    primary key (assessment_id, revision, dropped_hash)
);
comment on table body_conflict is 'Two bodies came in under one assessment and revision; the more urgent decision was kept.';

create table patient (
    assessment_id uuid primary key,
    revision integer not null,
    reference text,
    erased_at timestamptz,
    check ((reference is null) = (erased_at is not null))
);
comment on table patient is 'Whom an assessment is about. May be known before the assessment. An erased row stays, so that a late repetition does not bring the reference back.';
