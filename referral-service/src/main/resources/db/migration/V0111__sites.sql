create table site (
    site_id text primary key,
    version bigint not null,
    definition jsonb,
    changed_by text not null,
    changed_at timestamptz not null
);
comment on table site is 'Sites that were set or removed by the API; what stands here stands instead of what the file says of the same id.';
comment on column site.definition is 'As it was sent; null where the site was removed.';

alter table referral
    add column placed_site text,
    add column placed_reason text,
    add column placed_taken integer,
    add column placed_slots integer,
    add column placed_version bigint;
comment on column referral.placed_site is 'The site that was chosen by load; where the patient has an appointment, site counts.';
comment on column referral.placed_reason is 'Why, or why none; null where the queue had no sites.';
comment on column referral.placed_version is 'The version of the referral at which it was chosen.';

alter table referral_change
    add column placed_site text,
    add column placed_reason text,
    add column placed_taken integer,
    add column placed_slots integer;
comment on column referral_change.placed_reason is 'Null where the step chose no site.';

-- The load of a site is what is open there; nobody counts along, so nothing can count wrongly. A line is read as far as the
-- site has slots, however long it is.
create index referral_at_site on referral (queue, coalesce(site, placed_site), urgency, due_at, referral_id)
    where is_open and not synthetic and coalesce(site, placed_site) is not null;
create index referral_at_risk on referral (queue, urgency, due_at, referral_id)
    where placed_reason = 'NO_SITE_IN_TIME' and state = 'ROUTED' and not synthetic;

create table queue_risk (
    queue text primary key,
    since timestamptz not null,
    clear_since timestamptz
);
comment on table queue_risk is 'Queues whose sites are not enough, of which operations have been told: the guard that this is told once.';
comment on column queue_risk.clear_since is 'Since when nobody has been at risk; null while somebody is.';
