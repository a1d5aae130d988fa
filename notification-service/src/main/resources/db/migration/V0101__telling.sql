alter table delivery
    add column kind text,
    add column clinic_id text,
    add column urgency text,
    add column headline text;
update delivery d set kind = a.kind, clinic_id = a.clinic_id, urgency = a.urgency, headline = a.headline
from alert a where a.id = d.alert_id;
alter table delivery
    alter column kind set not null,
    alter column clinic_id set not null,
    alter column urgency set not null,
    alter column headline set not null;
comment on column delivery.headline is 'With kind, clinic and urgency: the message as it was planned, which all attempts repeat.';
comment on column delivery.state is 'OPEN until a channel accepts it (SENT), somebody acknowledges (STOPPED), a later step repeats it (SUPERSEDED), or its contact is gone (GONE).';

alter table told_without_database
    add column round int not null default 1,
    add column step int not null default 1;

alter table timeline
    add column times int not null default 1,
    add column last_at timestamptz;
comment on column timeline.times is 'How often in a row this was the outcome of the same delivery, at first at and at last last_at.';
create index timeline_of_delivery on timeline (delivery_id, id) where delivery_id is not null;

alter table parked_record add column content text not null default '';
alter table parked_record drop constraint parked_record_pkey;
alter table parked_record add primary key (topic, partition, record_offset, content);
comment on table parked_record is 'Parked records that were told of, by where they had stood and what they held (a hash); one that two groups have parked is one.';
