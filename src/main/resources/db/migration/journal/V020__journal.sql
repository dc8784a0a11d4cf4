-- A position must be taken at insertion, so the sequence must not hand out numbers in advance.
create table journal_entry (
    position bigint generated always as identity (cache 1) primary key,
    campaign text not null default 'GAS2023' check (campaign ~ '^[A-Z0-9]{1,20}$'),
    act text not null check (act ~ '^[A-Z_]{1,60}$'),
    occurred_on date not null,
    recorded_at timestamptz not null,
    by_account_id bigint not null references account,
    by_name text not null,
    office_id bigint not null references office,
    office_name text not null,
    office_path text collate "C" not null,
    enterprise_id bigint,
    role text check (length(role) between 1 and 60),
    licence_state text check (licence_state in ('LICENSED', 'LAPSED', 'UNLICENSED')),
    subject text not null check (length(subject) between 1 and 200),
    quantity numeric(18, 2) not null check (quantity >= 0),
    sign smallint not null check (sign in (1, -1)),
    reverses bigint unique references journal_entry,
    note text not null default '' check (length(note) <= 2000),
    source_kind text not null,
    source_id bigint not null,
    check ((sign = -1) = (reverses is not null)),
    check (reverses < position)
);
create index journal_source on journal_entry (source_kind, source_id, position);
create index journal_enterprise on journal_entry (enterprise_id, position);
create index journal_statement on journal_entry (act, office_path, occurred_on);

-- Statement triggers bind the owner too; "always" keeps them on for whoever replays data into this table.
create function journal_is_kept() returns trigger language plpgsql as $$
begin
    raise exception 'journal entries are never changed or deleted: post a reversal' using errcode = 'restrict_violation';
end $$;
create trigger journal_is_kept before update or delete or truncate on journal_entry
    for each statement execute function journal_is_kept();
alter table journal_entry enable always trigger journal_is_kept;

-- A reversal takes back exactly what its entry said, whoever posts it and whenever.
create function journal_reversal() returns trigger language plpgsql as $$
declare
    entry journal_entry;
begin
    select * into entry from journal_entry where position = new.reverses;
    if entry.sign = -1 then
        raise exception 'a reversal is never itself reversed' using errcode = 'integrity_constraint_violation';
    end if;
    if (new.campaign, new.act, new.occurred_on, new.office_id, new.office_name, new.office_path, new.enterprise_id,
            new.role, new.licence_state, new.subject, new.quantity, new.source_kind, new.source_id)
        is distinct from
        (entry.campaign, entry.act, entry.occurred_on, entry.office_id, entry.office_name, entry.office_path,
            entry.enterprise_id, entry.role, entry.licence_state, entry.subject, entry.quantity, entry.source_kind,
            entry.source_id) then
        raise exception 'a reversal copies every key of its entry' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;
create trigger journal_reversal before insert on journal_entry
    for each row when (new.sign = -1) execute function journal_reversal();
alter table journal_entry enable always trigger journal_reversal;
