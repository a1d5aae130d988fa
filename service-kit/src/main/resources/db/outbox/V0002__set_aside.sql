alter table outbox
    add column created_at timestamptz not null default now(),
    add column set_aside_at timestamptz,
    add column reason text,
    add column try_again_at timestamptz,
    add constraint outbox_set_aside_with_reason check ((set_aside_at is null) = (reason is null));
comment on column outbox.set_aside_at is 'When the broker last refused it; null while it waits in line.';
comment on column outbox.reason is 'Why the broker refused it.';
comment on column outbox.try_again_at is 'When a refused one is tried again; null where that is of no use.';
