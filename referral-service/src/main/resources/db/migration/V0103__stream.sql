-- The history is also what streams tell, in the order of transactions. A transaction's number is given when it begins and
-- not when it ends, so readers stop before the oldest one that is still under way: see ChangedReferrals.
alter table referral_change
    add column xid bigint not null default pg_current_xact_id()::text::bigint,
    add column change_seq bigint generated always as identity;
create index referral_change_order on referral_change (xid, change_seq);
