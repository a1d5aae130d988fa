-- Two bodies under one revision may be about two patients: each is kept, and told apart by when it was received.
alter table patient_reference add column received_at timestamptz not null default 'epoch';
alter table patient_reference alter column received_at drop default;
alter table patient_reference drop constraint patient_reference_pkey;
alter table patient_reference add primary key (assessment_id, revision, received_at);
comment on table patient_reference is 'Whom a revision is about; with its decision it has the time of receipt in common.';
