-- Two people who set a rule at once notice each other.
alter table review_rule add column version integer not null default 0;
