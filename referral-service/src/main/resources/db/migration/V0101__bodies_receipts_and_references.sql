alter table assessment add column first_received_at timestamptz;
update assessment set first_received_at = received_at;
alter table assessment alter column first_received_at set not null;
comment on column assessment.received_at is 'When the revision that stands was received, in the body that stands.';
comment on column assessment.first_received_at is 'When the first revision known of was received: the clocks of all its referrals start here.';

create table decided_body (
    assessment_id uuid not null,
    revision integer not null,
    body_hash text not null,
    urgency urgency not null,
    seen_at timestamptz not null,
    primary key (assessment_id, revision, body_hash)
);
comment on table decided_body is 'Each body that was decided under a revision, whether its decision stands or not. There should be one.';
comment on column decided_body.urgency is 'The most urgent of its decisions.';

insert into decided_body (assessment_id, revision, body_hash, urgency, seen_at)
select assessment_id, revision, body_hash, urgency, decided_at from assessment
union all
select assessment_id, revision, kept_hash, min(kept_urgency), min(seen_at) from body_conflict group by 1, 2, 3
union all
select assessment_id, revision, dropped_hash, dropped_urgency, seen_at from body_conflict
on conflict do nothing;

drop table body_conflict;
create view body_conflict as
select assessment_id, revision, body_hash, urgency, seen_at
from (select *, count(*) over (partition by assessment_id, revision) as bodies from decided_body) as counted
where bodies > 1;
comment on view body_conflict is 'Two bodies came in under one assessment and revision; the more urgent decision was kept.';

create table patient_reference (
    assessment_id uuid not null,
    revision integer not null,
    received_at timestamptz not null,
    reference text not null,
    primary key (assessment_id, revision, received_at, reference)
);
comment on table patient_reference is 'Whom an assessment is about, by each body that was received. May be known before the assessment.';
comment on column patient_reference.received_at is 'Pairs it with a decision of its revision. -infinity: kept by an older version, which did not know.';

create table erased_patient (
    assessment_id uuid primary key,
    erased_at timestamptz not null
);
comment on table erased_patient is 'Assessments whose patient was erased: a late repetition must not bring the reference back.';

insert into patient_reference (assessment_id, revision, received_at, reference)
select assessment_id, patient.revision, coalesce(assessment.received_at, '-infinity'), reference
from patient left join assessment using (assessment_id, revision) where reference is not null;
insert into erased_patient (assessment_id, erased_at)
select assessment_id, erased_at from patient where erased_at is not null;
drop table patient;
