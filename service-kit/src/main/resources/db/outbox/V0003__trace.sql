alter table outbox add column traceparent text;
comment on column outbox.traceparent is 'The trace that the event belongs to, as W3C writes it; null where there is none.';
