create table used_link (
    delivery_id uuid primary key,
    alert_id uuid not null references alert,
    used_at timestamptz not null default now()
);
comment on table used_link is 'The deliveries by whose link an alert was acknowledged: each is good for that once.';
