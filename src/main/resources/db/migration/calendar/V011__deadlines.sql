create table deadline (
    id bigint generated always as identity primary key,
    code text not null check (code ~ '^[A-Z_]{1,40}$'),
    edition integer not null check (edition > 0),
    title text not null check (length(title) between 1 and 100),
    amount integer not null check (amount between 1 and 3650),
    unit text not null check (unit in ('WORKING_DAY', 'CALENDAR_DAY', 'HOUR', 'DAY_OF_MONTH')),
    counts_back boolean not null default false,
    extension text not null default '' check (length(extension) <= 200),
    runs_from text not null check (length(runs_from) between 1 and 100),
    suspended_by text not null default '' check (length(suspended_by) <= 200),
    source text not null check (length(source) between 1 and 200),
    confidence text not null check (confidence in ('HIGH', 'MEDIUM', 'LOW', 'DESIGN', 'NOTICE')),
    valid_from date not null,
    valid_to date check (valid_to >= valid_from),
    active boolean not null,
    unique (code, edition),
    unique (code, valid_from),
    check (unit <> 'DAY_OF_MONTH' or amount <= 28)
);
-- At most one edition of a deadline is in force without an end.
create unique index deadline_in_force on deadline (code) where valid_to is null;
