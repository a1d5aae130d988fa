-- The lane that the revisions of an assessment take, and what was known of earlier assessments of its patient.
alter table submission
    add column lane text not null default 'INTERACTIVE',
    add column previous_assessments integer;

-- Whose id it is: an amendment may come before the view knows the assessment.
alter table reservation add column clinic_id text;

-- Revisions from 2 on as they were accepted here: entered together with what the view shows of them, then sent, then
-- marked as sent by forgetting the body. Erased with the patient.
create table amendment (
    assessment_id        uuid not null references assessment,
    revision             integer not null check (revision > 1),
    clinic_id            text not null,
    network_id           text not null,
    channel              text not null,
    lane                 text not null,
    received_at          timestamptz not null,
    previous_assessments integer,
    request_hash         text not null,                 -- of the whole body
    body_hash            text not null,                 -- of the answers alone
    body                 text,                          -- whole, patient reference and all; null once the broker has it
    primary key (assessment_id, revision)
);

-- Few wait to be sent at any time, among very many that were.
create index amendment_unsent on amendment (received_at) where body is not null;
