-- Since when an assessment waits for a decision, for its alert, for somebody who acknowledges it: null where it does not.
alter table assessment
    add column undecided_since timestamptz,
    add column unalerted_since timestamptz,
    add column unacknowledged_since timestamptz;

update assessment a set undecided_since = a.received_at where a.status = 'SUBMITTED';
update assessment a set unalerted_since = w.since
from (select assessment_id, min(since) as since
      from (select assessment_id, received_at as since from decision where urgency = 'EMERGENCY'
            union all
            select p.assessment_id, p.parked_at from parking p join assessment using (assessment_id) where status = 'PARKED')
           as alarming
      group by assessment_id) as w
where a.assessment_id = w.assessment_id and not exists (select from alert where alert.assessment_id = a.assessment_id);
update assessment a set unacknowledged_since = n.raised_at
from (select distinct on (assessment_id) assessment_id, state, raised_at
      from alert order by assessment_id, episode desc, alert_id desc) as n
where a.assessment_id = n.assessment_id and n.state = 'NOTIFYING';

-- Few wait at any time, among very many that do not.
create index assessment_waiting on assessment (assessment_id)
    where undecided_since is not null or unalerted_since is not null or unacknowledged_since is not null;
