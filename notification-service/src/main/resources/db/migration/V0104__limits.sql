-- Who has acknowledged an alert has a limit, too: next_at is when people are told again unless somebody acts before.
alter table alert drop constraint alert_check;
update alert set next_at = held_since + interval '15 minutes' where state = 'ACKNOWLEDGED' and kind <> 'OPERATIONS';
update alert set next_at = contacted_at + interval '60 minutes' where state = 'PATIENT_CONTACTED';
alter table alert add constraint alert_goes_on check (state <> 'NOTIFYING' or next_at is not null);
drop index alert_due;
create index alert_due on alert (next_at) where next_at is not null;
