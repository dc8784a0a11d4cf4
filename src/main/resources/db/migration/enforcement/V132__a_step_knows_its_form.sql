-- The same form sent again says the same; with other content it is told that it came too late.
alter table case_step
    add column request_digest text not null default '' check (request_digest ~ '^([0-9a-f]{64})?$');
alter table directive_step
    add column request_digest text not null default '' check (request_digest ~ '^([0-9a-f]{64})?$');
alter table hazard_submission
    add column request_digest text not null default '' check (request_digest ~ '^([0-9a-f]{64})?$');
