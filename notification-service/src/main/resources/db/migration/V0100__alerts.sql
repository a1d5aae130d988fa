create table assessment_file (
    assessment_id uuid primary key
);
comment on table assessment_file is 'One row an assessment that is known here; locked by whoever changes what is known of it.';

create table decided (
    assessment_id uuid not null references assessment_file,
    revision int not null,
    body_hash text not null,
    counts boolean not null,
    clinic_id text not null,
    network_id text not null,
    synthetic boolean not null,
    received_at timestamptz not null,
    decided_at timestamptz not null,
    urgency text not null,
    findings jsonb not null,
    explanation jsonb not null,
    primary key (assessment_id, revision, body_hash)
);
comment on table decided is 'What triage has decided; a revision with two bodies has two rows, of which the more urgent counts.';
create unique index decided_that_counts on decided (assessment_id, revision) where counts;

create table alert (
    id uuid primary key,
    assessment_id uuid,
    episode int not null,
    clinic_id text not null,
    network_id text not null,
    synthetic boolean not null,
    kind text not null,
    revision int not null,
    urgency text not null,
    rules text[] not null,
    headline text not null,
    received_at timestamptz,
    state text not null,
    next_at timestamptz,
    held_by text,
    held_since timestamptz,
    contacted_at timestamptz,
    closed_at timestamptz,
    closing_outcome text,
    round int not null,
    step int not null,
    version bigint not null,
    raised_at timestamptz not null,
    delivered_at timestamptz,
    check ((state = 'NOTIFYING') = (next_at is not null)),
    check ((state = 'NOTIFYING') = (held_by is null))
);
create unique index alert_of_episode on alert (assessment_id, episode) where kind <> 'OPERATIONS';
create unique index one_open_alert on alert (assessment_id) where kind <> 'OPERATIONS' and state <> 'CLOSED';
create index alert_due on alert (next_at) where state = 'NOTIFYING';
create index alert_newest on alert (raised_at desc, id desc);

create table delivery (
    id uuid primary key,
    alert_id uuid not null references alert,
    round int not null,
    step int not null,
    contact_id text not null,
    channel text not null,
    lane text not null,
    priority smallint not null,
    state text not null,
    due_at timestamptz not null,
    claimed_until timestamptz,
    attempts int not null default 0,
    sent_at timestamptz
);
comment on column delivery.state is 'OPEN until a channel accepts it (SENT), somebody acknowledges (STOPPED), or a later step repeats it (SUPERSEDED).';
create index delivery_due on delivery (channel, lane, priority, due_at) where state = 'OPEN';
create index delivery_of_alert on delivery (alert_id);

create table told_without_database (
    delivery_id uuid primary key,
    alert_id uuid not null,
    contact_id text not null,
    channel text not null,
    raised_at timestamptz not null,
    accepted_at timestamptz
);
comment on table told_without_database is 'Deliveries made while this database was away, known here since its return; accepted_at is null while one is under way.';
create index told_of_alert on told_without_database (alert_id);

create table timeline (
    id bigint generated always as identity primary key,
    alert_id uuid not null,
    at timestamptz not null,
    what text not null,
    actor text not null,
    revision int,
    urgency text,
    round int,
    step int,
    delivery_id uuid,
    contact_id text,
    channel text,
    outcome text,
    detail text
);
create index timeline_of_alert on timeline (alert_id, id);

create table alert_change (
    seq bigint generated always as identity primary key,
    alert_id uuid not null,
    what text not null
);
comment on table alert_change is 'Every change in the order of commits: a transaction takes the lock of this table last, and keeps it until it commits.';

create table parked_record (
    topic text not null,
    partition int not null,
    record_offset bigint not null,
    alert_id uuid not null,
    primary key (topic, partition, record_offset)
);
comment on table parked_record is 'Parked records that were told of, by where they had stood; one that two groups have parked is one.';

create table patient_reference (
    assessment_id uuid primary key,
    revision int not null,
    clinic_id text not null,
    network_id text not null,
    patient_reference text not null
);

create table alert_read (
    id bigint generated always as identity primary key,
    alert_id uuid not null,
    reader text not null,
    read_at timestamptz not null
);
comment on table alert_read is 'Who has read which alert with its patient reference, and when.';
