-- How each revision came in: where intake amends an assessment by its own answers, they came in as before.
alter table submission add column channel text not null default 'REST';
update submission set channel = 'BULK' where lane = 'BULK';
