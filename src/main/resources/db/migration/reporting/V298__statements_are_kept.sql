-- The last statement of an office and day at a position that a daily close has settled: what it counted stays what it is
-- for ever, and only what was posted later is counted again. Anything here may be deleted; it is made anew.
create table statement_kept (
    office_path text collate "C" not null,
    as_of date not null,
    campaign text not null,
    position bigint not null check (position > 0),
    -- The rules it was made with, as a hash of the pass.
    rules text not null check (rules ~ '^[0-9a-f]{64}$'),
    figures numeric[] not null,
    entries bigint[] not null check (cardinality(entries) = cardinality(figures)),
    primary key (office_path, as_of, campaign)
);

-- All entries about a unit or a subject of which something new was posted.
create index journal_enterprise_act on journal_entry (enterprise_id, act);
create index journal_subject_act on journal_entry (subject, act);
