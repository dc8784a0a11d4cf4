-- What explains a figure at a position that a daily close has settled: what doesn't count and why, what was typed in, what
-- offices share. It stays what it is for ever; anything here may be deleted and is made anew.
create table explanation_kept (
    office_path text collate "C" not null,
    as_of date not null,
    campaign text not null,
    line integer not null check (line between 1 and 41),
    position bigint not null check (position > 0),
    rules text not null check (rules ~ '^[0-9a-f]{64}$'),
    content text not null,
    primary key (office_path, as_of, campaign, line)
);

-- The latest entries of an act.
create index journal_latest on journal_entry (act, occurred_on desc, position desc);
