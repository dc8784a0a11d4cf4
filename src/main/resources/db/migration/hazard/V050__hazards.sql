create extension if not exists pg_trgm;

create table hazard (
    id bigint generated always as identity primary key,
    version integer not null default 0,
    number text not null unique check (number ~ '^[A-Z]{1,6}-(TS|ZL|JG)-[0-9]{4}-[0-9]{4,9}$'),

    source_kind text not null,
    source_id bigint not null,
    source_line integer not null check (source_line >= 0),
    checklist_code text not null check (length(checklist_code) <= 40),
    checklist_title text not null check (length(checklist_title) <= 200),
    printed_no text not null check (length(printed_no) <= 20),
    category text not null check (length(category) <= 100),
    item text not null check (length(item) <= 1000),
    found_on date not null,
    found_by text not null check (length(found_by) <= 400),

    problem text not null check (length(problem) between 1 and 2000),
    responsible text not null check (length(responsible) <= 100),
    measure text not null check (length(measure) <= 1000),
    on_the_spot boolean not null,
    level text not null check (level in ('GENERAL', 'PROPOSED_MAJOR', 'MAJOR')),
    state text not null check (state in ('REGISTERED', 'ON_THE_SPOT', 'RECTIFYING', 'AWAITING_RECHECK',
        'AWAITING_CLOSURE', 'AWAITING_SECTION', 'CLOSED', 'TERMINATED', 'TRANSFERRED', 'VOIDED')),
    -- No day means no term: what may not go on at all is stopped, not corrected by a day.
    due date check (due >= found_on),
    first_due date check (first_due <= due),
    reported_on date check (reported_on >= found_on),
    reporter_id bigint references account,
    recheck_due date check (recheck_due >= reported_on),
    rechecker_id bigint references account,
    failed_rechecks integer not null default 0 check (failed_rechecks >= 0),
    extensions integer not null default 0 check (extensions >= 0),
    extension_by_id bigint references account,
    ending_by_id bigint references account,
    determined_on date,
    report_number text check (length(report_number) between 1 and 100),
    ended_on date check (ended_on >= found_on),
    open boolean not null generated always as
        (state not in ('CLOSED', 'TERMINATED', 'TRANSFERRED', 'VOIDED')) stored,

    office_id bigint not null references office,
    office_path text collate "C" not null,
    enterprise_id bigint not null references enterprise,
    enterprise_name text not null,
    charge_path text collate "C" not null,
    shown_to_unit boolean not null default true,
    search text not null generated always as (lower(number || ' ' || enterprise_name || ' ' || problem)) stored,

    check ((level = 'MAJOR') = (determined_on is not null and level <> 'GENERAL')),
    check (report_number is null or level = 'MAJOR'),
    check ((ended_on is not null) = (state in ('CLOSED', 'TERMINATED', 'TRANSFERRED', 'VOIDED'))),
    check (state not in ('AWAITING_RECHECK', 'AWAITING_CLOSURE', 'AWAITING_SECTION', 'CLOSED')
        or reported_on is not null and recheck_due is not null),
    check (state not in ('AWAITING_SECTION', 'CLOSED') or level <> 'PROPOSED_MAJOR'),
    check (state <> 'AWAITING_SECTION' or level = 'MAJOR'),
    check (state <> 'CLOSED' or level <> 'MAJOR' or report_number is not null),
    check (rechecker_id is null or state = 'AWAITING_RECHECK'),
    check (rechecker_id <> reporter_id),
    check (extension_by_id is null or state = 'RECTIFYING')
);
-- A line of a record raises one hazard, however often its signing is sent.
create unique index hazard_source on hazard (source_kind, source_id, source_line) where source_line > 0;
create index hazard_source_record on hazard (source_kind, source_id);

create index hazard_ledger on hazard (open desc, due, id);
create index hazard_newest on hazard (found_on desc, id desc);
create index hazard_office on hazard (office_path, open desc, due);
create index hazard_charge on hazard (charge_path, open desc, due);
create index hazard_enterprise on hazard (enterprise_id, open desc, due);
create index hazard_state on hazard (state, due);
create index hazard_item on hazard (checklist_code, source_line, due);
create index hazard_source_kind on hazard (source_kind, open desc, due);
create index hazard_major on hazard (level, due) where level <> 'GENERAL';
create index hazard_unreported on hazard (determined_on) where level = 'MAJOR' and report_number is null;
create index hazard_extension on hazard (id) where extension_by_id is not null;
create index hazard_ending on hazard (id) where ending_by_id is not null;
create index hazard_search on hazard using gin (search gin_trgm_ops);
-- The figures on top of the ledger are counted over this index alone.
create index hazard_figures on hazard (due)
    include (state, level, reporter_id, rechecker_id, extension_by_id, report_number, office_path, charge_path)
    where open;
