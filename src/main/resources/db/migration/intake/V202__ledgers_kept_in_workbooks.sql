-- A workbook that an office sent in: taken over, or told what is wrong with it.
create table ledger_intake (
    id bigint generated always as identity primary key,
    office_id bigint not null references office,
    office_path text collate "C" not null,
    by_id bigint not null references account,
    by_name text not null,
    office_name text not null,
    at timestamptz not null,
    file_name text not null check (length(file_name) between 1 and 120),
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    lines integer not null check (lines > 0),
    added integer not null check (added >= 0),
    known integer not null check (known >= 0),
    faulty integer not null check (faulty >= 0),
    done boolean not null,
    check (done or added = 0),
    check (not done or added + known + faulty = lines)
);
-- The same file is taken over once.
create unique index ledger_intake_once on ledger_intake (office_id, sha256) where done;
create index ledger_intake_of_office on ledger_intake (office_path, id desc);

create table ledger_intake_fault (
    intake_id bigint not null references ledger_intake,
    place integer not null,
    line integer not null check (line > 0),
    column_name text not null check (length(column_name) <= 40),
    content text not null check (length(content) <= 200),
    reason text not null check (length(reason) between 1 and 300),
    primary key (intake_id, place)
);

create function ledger_intake_is_kept() returns trigger language plpgsql as $$
begin
    raise exception 'what was sent in stays as it was written' using errcode = 'restrict_violation';
end $$;
create trigger ledger_intake_is_kept before update or delete on ledger_intake
    for each row execute function ledger_intake_is_kept();
create trigger ledger_intake_fault_is_kept before update or delete on ledger_intake_fault
    for each row execute function ledger_intake_is_kept();
