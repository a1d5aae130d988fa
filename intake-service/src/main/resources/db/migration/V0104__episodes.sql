-- How many assessments the patient had before: counted when an id is reserved, so that repeats tell the same.
alter table reservation add column previous_assessments integer;

-- Assessments that were submitted while nobody could count the earlier ones of the patient; to be counted again.
create table uncounted (
    assessment_id uuid primary key references assessment,
    since         timestamptz not null default now(),
    claimed_at    timestamptz                           -- by an instance that counts
);
create index uncounted_unclaimed on uncounted (claimed_at nulls first);
