-- What came into a queue, and left it, within the weeks that a forecast learns from.
create index referral_came on referral (queue, routed_at) include (urgency, network_id) where not synthetic;
create index referral_left on referral_change (changed_at) include (referral_id)
    where to_state in ('COMPLETED', 'RETURNED', 'REDIRECTED', 'WITHDRAWN', 'CANCELLED');
