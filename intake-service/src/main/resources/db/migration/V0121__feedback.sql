-- What people at the clinic made of a decision, as their system reports it. Each report once: systems repeat them.
create table decision_feedback (
    decision_id   uuid not null,
    assessment_id uuid not null references assessment,
    outcome       text not null,
    reason_system text not null,                        -- empty where there is none
    reason_code   text not null,
    outcome_at    timestamptz not null,
    primary key (decision_id, outcome_at, outcome, reason_system, reason_code)
);
create index decision_by_id on decision (decision_id);
