-- When a message of an alert was first accepted by a channel; null before, and in rows from before this was kept.
alter table alert add column delivered_at timestamptz;
