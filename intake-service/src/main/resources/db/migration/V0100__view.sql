-- The view of all assessments, folded from the topics. One row here per assessment: the row to lock before anything of
-- it changes, and what lists are filtered and ordered by. All of it but origin and erasure is concluded from the facts.
create table assessment (
    assessment_id     uuid primary key,
    clinic_id         text,                             -- null until a submission or a decision has told
    network_id        text,
    synthetic         boolean not null default false,
    erased            boolean not null default false,   -- the patient was erased; final
    revision          integer not null default 0,
    status            text not null default 'SUBMITTED',
    urgency           text,
    received_at       timestamptz,                      -- of the first revision: an amendment does not move it in lists
    patient_reference text,
    conflicting       boolean not null default false    -- two bodies of one revision slipped through
);
create index assessment_newest on assessment (clinic_id, received_at desc, assessment_id desc);
create index assessment_by_urgency on assessment (clinic_id, urgency, received_at desc, assessment_id desc);
create index assessment_unfinished on assessment (clinic_id, status, received_at desc, assessment_id desc)
    where status <> 'TRIAGED';
create index assessment_of_patient on assessment (clinic_id, patient_reference, received_at desc, assessment_id desc)
    where patient_reference is not null;

-- Every body of every revision that was accepted.
create table submission (
    assessment_id uuid not null references assessment,
    revision      integer not null,
    body_hash     text not null,
    received_at   timestamptz not null,
    assessed_at   timestamptz,
    answers       json not null,                        -- without the patient reference
    primary key (assessment_id, revision, body_hash)
);

-- Whom an assessment is about. Nothing else in this schema says so, except assessment.patient_reference.
create table patient_reference (
    assessment_id uuid not null references assessment,
    revision      integer not null,
    received_at   timestamptz not null,
    reference     text not null,
    primary key (assessment_id, revision, received_at, reference)
);

-- Every decision: of a body, the most urgent.
create table decision (
    assessment_id uuid not null references assessment,
    revision      integer not null,
    body_hash     text not null,
    decision_id   uuid not null,
    urgency       text not null,
    received_at   timestamptz not null,
    decided_at    timestamptz not null,
    document      json not null,                        -- as clinics read it
    primary key (assessment_id, revision, body_hash)
);

create table referral (
    referral_id    uuid primary key,
    assessment_id  uuid not null references assessment,
    version        bigint not null,
    episode        integer not null,
    queue          text not null,
    urgency        text not null,
    is_primary     boolean not null,
    state          text not null,
    due_at         timestamptz,
    reason         text,
    advice         text,
    site           text,
    appointment_at timestamptz
);
create index referral_of_assessment on referral (assessment_id);

create table alert (
    alert_id      uuid primary key,
    assessment_id uuid not null references assessment,
    version       bigint not null,
    episode       integer not null,
    state         text not null,
    raised_at     timestamptz not null
);
create index alert_of_assessment on alert (assessment_id);

-- Revisions that triage could not process; 0 where the record does not tell which.
create table parking (
    assessment_id uuid not null references assessment,
    revision      integer not null,
    primary key (assessment_id, revision)
);

-- What was first submitted under an assessment id, so that a repeat is answered as the first was and another body is
-- refused. Written before anything is sent, and erased with the patient.
create table reservation (
    assessment_id uuid primary key,
    request_hash  text,                                 -- of the whole body; null where only the topics told of it
    body_hash     text not null,                        -- of the answers alone
    received_at   timestamptz not null
);
