alter table alert add column traceparent text not null default '';
alter table alert alter column traceparent drop default;
comment on column alert.traceparent is 'The trace of what raised it, as W3C writes it, in which its deliveries stand; empty where there is none.';
