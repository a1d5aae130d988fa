-- What the clinics' streams tell: that something of an assessment has changed, in the order of transactions. Kept for an
-- hour. A transaction's number is given when it begins and not when it ends, so readers stop before the oldest one that is
-- still under way: see ChangedAssessments.
create table assessment_change (
    xid           bigint not null default pg_current_xact_id()::text::bigint,
    change_seq    bigint generated always as identity,
    changed_at    timestamptz not null default now(),
    clinic_id     text not null,
    assessment_id uuid not null,
    primary key (xid, change_seq)
);
create index assessment_change_age on assessment_change using brin (changed_at);

-- The newest transaction whose changes have been forgotten: whoever resumes before it has missed some.
create table assessment_change_forgotten (
    only_row boolean primary key default true check (only_row),
    xid      bigint not null default 0
);
insert into assessment_change_forgotten default values;

-- A trigger, since whatever changes an assessment writes its row, and none of it may be forgotten.
create function note_assessment_change() returns trigger language plpgsql as $$
begin
    insert into assessment_change (clinic_id, assessment_id)
    select clinic_id, assessment_id from changed where clinic_id is not null;
    return null;
end $$;
create trigger assessment_inserted after insert on assessment
    referencing new table as changed for each statement execute function note_assessment_change();
create trigger assessment_updated after update on assessment
    referencing new table as changed for each statement execute function note_assessment_change();

-- Which assessments ask the clinic for something: open safety questions, or a referral that came back.
alter table assessment add column asks_clinic boolean not null default false;
update assessment a set asks_clinic = true
where exists (select from referral r where r.assessment_id = a.assessment_id and r.state = 'RETURNED')
   or exists (
       select from (select distinct on (assessment_id) assessment_id, document
                    from decision order by assessment_id, revision desc, array_position(
                        array['EMERGENCY', 'URGENT', 'SOON', 'ROUTINE', 'SELF_CARE'], urgency), body_hash) d
       where d.assessment_id = a.assessment_id and json_array_length(d.document -> 'unansweredSafetyQuestions') > 0);
create index assessment_asking on assessment (clinic_id, received_at desc, assessment_id desc) where asks_clinic;
