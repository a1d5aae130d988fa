-- How many are open, kept with each change: counting them would read them all. Triggers keep it, whoever writes: an instance
-- of the version before, which runs beside this one while services are rolled, knows nothing of it.
create table referral_tally (
    queue text not null,
    network_id text not null,
    state text not null,
    urgency urgency not null,
    share smallint not null,
    waiting integer not null,
    told integer not null,
    primary key (queue, network_id, state, urgency, share)
) with (fillfactor = 50);
comment on table referral_tally is 'What is open in the queues, synthetic ones aside: the sum over all shares. A single share may be below zero.';
comment on column referral_tally.share is 'Transactions at once write to different ones, so that nobody waits for the count of a queue.';
comment on column referral_tally.told is 'Of those, how many are awaited and were told to be past due.';

create index referral_oldest on referral (queue, network_id, routed_at) where is_open and not synthetic;
-- Of these few are due later, as their urgency was lowered or their clock stands still.
create index referral_told on referral (due_at) where is_open and is_awaited and breached_at is not null;

-- A transaction has a share to itself until it ends, so that none waits for another with counts in its hands; whatever else it
-- locks, it has locked before. Only where more write at once than there are shares, one waits for another to end.
create function referral_tally_share() returns smallint language plpgsql as $$
declare
    shares constant integer := 8;
    own constant integer := pg_backend_pid() % shares;
begin
    for step in 0 .. shares - 1 loop
        if pg_try_advisory_xact_lock(hashtext('referral_tally'), (own + step) % shares) then
            return (own + step) % shares;
        end if;
    end loop;
    perform pg_advisory_xact_lock(hashtext('referral_tally'), own);
    return own;
end $$;

create function referral_tally_add(
    in_queue text, in_network text, in_state text, of_urgency urgency, more bigint, more_told bigint)
returns void language sql as $$
    insert into referral_tally as kept (queue, network_id, state, urgency, share, waiting, told)
    values (in_queue, in_network, in_state, of_urgency, referral_tally_share(), more, more_told)
    on conflict (queue, network_id, state, urgency, share) do update
    set waiting = kept.waiting + excluded.waiting, told = kept.told + excluded.told
$$;

create function referral_tally_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        perform referral_tally_add(queue, network_id, state, urgency,
            count(*), count(*) filter (where is_awaited and breached_at is not null))
        from after_rows where is_open and not synthetic group by queue, network_id, state, urgency;
    elsif tg_op = 'DELETE' then
        perform referral_tally_add(queue, network_id, state, urgency,
            -count(*), -count(*) filter (where is_awaited and breached_at is not null))
        from before_rows where is_open and not synthetic group by queue, network_id, state, urgency;
    elsif tg_op = 'UPDATE' then
        perform referral_tally_add(queue, network_id, state, urgency, sum(one), sum(told))
        from (
            select queue, network_id, state, urgency, 1 as one, (is_awaited and breached_at is not null)::integer as told
            from after_rows where is_open and not synthetic
            union all
            select queue, network_id, state, urgency, -1, -(is_awaited and breached_at is not null)::integer
            from before_rows where is_open and not synthetic) as moved
        group by queue, network_id, state, urgency having sum(one) <> 0 or sum(told) <> 0;
    else
        delete from referral_tally;
    end if;
    return null;
end $$;

create trigger referral_tally_insert after insert on referral
    referencing new table as after_rows for each statement execute function referral_tally_change();
create trigger referral_tally_update after update on referral
    referencing old table as before_rows new table as after_rows for each statement execute function referral_tally_change();
create trigger referral_tally_delete after delete on referral
    referencing old table as before_rows for each statement execute function referral_tally_change();
create trigger referral_tally_truncate after truncate on referral
    for each statement execute function referral_tally_change();

-- Nobody writes to the table since its triggers were made, until this transaction ends.
insert into referral_tally (queue, network_id, state, urgency, share, waiting, told)
select queue, network_id, state, urgency, 0, count(*), count(*) filter (where is_awaited and breached_at is not null)
from referral where is_open and not synthetic group by queue, network_id, state, urgency;
