-- A clinic may change its network: each revision says which network it came from.
alter table submission add column network_id text, add column synthetic boolean;
alter table decision add column network_id text, add column synthetic boolean;
update submission s set network_id = a.network_id, synthetic = a.synthetic
from assessment a where a.assessment_id = s.assessment_id;
update decision d set network_id = a.network_id, synthetic = a.synthetic
from assessment a where a.assessment_id = d.assessment_id;
alter table submission alter column network_id set not null, alter column synthetic set not null;
alter table decision alter column network_id set not null, alter column synthetic set not null;

-- What could not be read counts for as long as no decision is newer.
alter table parking add column parked_at timestamptz not null default 'epoch';
alter table parking alter column parked_at drop default;

-- Two bodies or two patients under one revision: there should be none, and operators are told how many there are.
create index assessment_conflicting on assessment (assessment_id) where conflicting;
