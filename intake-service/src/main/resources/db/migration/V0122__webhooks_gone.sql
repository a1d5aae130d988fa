-- Receivers that want no webhooks any more (410). A clinic's receiver is known by a hash of its address, which may hold a key:
-- another address is another receiver. Whoever deletes a row has the clinic told again, by every instance.
create table webhook_gone (
    clinic_id    text not null,
    address_hash text not null,
    since        timestamptz not null,
    primary key (clinic_id, address_hash)
);
