create table outbox (
    id bigint generated always as identity primary key,
    topic text not null,
    record_key text not null,
    value bytea not null
);
comment on table outbox is 'Events on their way to the broker; a row is deleted once the broker has acknowledged it.';
