alter table referral add column changed_at timestamptz not null default now();
comment on column referral.changed_at is 'When it last changed, by the clock of the database, so that all instances have one. Whole milliseconds, as FHIR tells it.';
update referral set changed_at = date_trunc('milliseconds', change.changed_at)
from referral_change as change
where change.referral_id = referral.referral_id and change.version = referral.version;
alter table referral alter column changed_at set default date_trunc('milliseconds', clock_timestamp());

-- Of each queue and state, what changed from a time on: systems of specialists ask for that.
create index referral_changed on referral (queue, state, changed_at, referral_id) include (network_id) where not synthetic;
create index referral_changed_of_clinic on referral (clinic_id, state, changed_at, referral_id) include (queue);
