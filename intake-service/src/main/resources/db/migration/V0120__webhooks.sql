-- When a referral changed last; null in rows from before this was kept.
alter table referral add column changed_at timestamptz;

-- Since when a clinic is told of outcomes by webhook: what happened earlier is history, and not sent, also where the whole
-- view is made from the topics anew.
create table webhook_clinic (
    clinic_id text primary key,
    since     timestamptz not null
);

-- What clinics are told by webhook, written with the change of the view that it tells of. A row outlives its delivery, so
-- that what is told is told once.
create table webhook_delivery (
    webhook_id  uuid primary key,                     -- follows from what happened
    clinic_id   text not null,
    priority    smallint not null,                    -- 0: an emergency, or what may be one
    body        text,                                 -- the very text that is signed; null once there is no more to do
    enqueued_at timestamptz not null,
    due_at      timestamptz not null,
    attempts    integer not null default 0,
    ended_at    timestamptz                           -- delivered, or given up
);
create index webhook_delivery_due on webhook_delivery (clinic_id, priority, due_at) where ended_at is null;
create index webhook_delivery_waiting on webhook_delivery (enqueued_at) where ended_at is null;
create index webhook_delivery_ended on webhook_delivery (ended_at) where ended_at is not null;
