-- 报表文件: Annex 3 workbooks of bureaus that don't work in the system, as they were handed in.
create table county_sheet (
    id bigint generated always as identity primary key,
    version integer not null default 0,
    office_id bigint not null references office,
    office_path text collate "C" not null,
    office_name text not null,
    month date not null check (extract(day from month) = 1),
    state text not null default 'WAITING' check (state in ('WAITING', 'ACCEPTED', 'REFUSED', 'WITHDRAWN')),
    statement_day date not null,
    file_name text not null check (length(file_name) between 1 and 100),
    content bytea not null check (octet_length(content) <= 5242880),
    sha256 text not null check (sha256 = encode(sha256(content), 'hex')),
    -- Figures by line, exact: line 23 in yuan.
    figures numeric(20, 2)[] not null check (cardinality(figures) = 41),
    progress text not null check (length(progress) <= 4000),
    sent_by bigint not null references account,
    sent_by_name text not null,
    sent_on date not null,
    decided_by bigint references account,
    decided_by_name text,
    decided_on date,
    opinion text not null default '' check (length(opinion) <= 500),
    check ((state = 'WAITING') = (decided_by is null)),
    check ((decided_by is null) = (decided_by_name is null) and (decided_by is null) = (decided_on is null))
);
create index county_sheet_office on county_sheet (office_path text_pattern_ops, month desc, id desc);
create unique index county_sheet_waits_once on county_sheet (office_id, month) where state = 'WAITING';
create unique index county_sheet_once on county_sheet (office_id, month, sha256) where state in ('WAITING', 'ACCEPTED');

-- What was handed in stays; only what was decided about it is added: taken or sent back, and what was taken can be withdrawn.
create function county_sheet_is_kept() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        if (old.state, new.state) in (('WAITING', 'ACCEPTED'), ('WAITING', 'REFUSED'), ('ACCEPTED', 'WITHDRAWN'))
            and (new.office_id, new.office_path, new.office_name, new.month, new.statement_day, new.file_name,
                new.content, new.sha256, new.figures, new.progress, new.sent_by, new.sent_by_name, new.sent_on)
                is not distinct from
                (old.office_id, old.office_path, old.office_name, old.month, old.statement_day, old.file_name,
                old.content, old.sha256, old.figures, old.progress, old.sent_by, old.sent_by_name, old.sent_on) then
            return new;
        end if;
    end if;
    raise exception 'what was handed in is never changed' using errcode = 'restrict_violation';
end $$;
create trigger county_sheet_is_kept before update or delete on county_sheet
    for each row execute function county_sheet_is_kept();
create trigger county_sheets_are_kept before truncate on county_sheet
    for each statement execute function county_sheet_is_kept();
alter table county_sheet enable always trigger county_sheet_is_kept;
alter table county_sheet enable always trigger county_sheets_are_kept;
