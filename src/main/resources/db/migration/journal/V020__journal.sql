-- A position must be taken at insertion, so the sequence must not hand out numbers in advance.
create table journal_entry (
    position bigint generated always as identity (cache 1) primary key,
    act text not null,
    occurred_on date not null,
    recorded_at timestamptz not null,
    by_account_id bigint not null references account,
    by_name text not null,
    office_id bigint not null references office,
    office_name text not null,
    office_path text collate "C" not null,
    enterprise_id bigint,
    role text,
    licence_state text check (licence_state in ('LICENSED', 'LAPSED', 'UNLICENSED')),
    subject text not null check (length(subject) between 1 and 200),
    quantity numeric(18, 2) not null check (quantity >= 0),
    sign smallint not null check (sign in (1, -1)),
    reverses bigint unique references journal_entry,
    note text not null default '' check (length(note) <= 2000),
    source_kind text not null,
    source_id bigint not null,
    check ((sign = -1) = (reverses is not null))
);
create index journal_source on journal_entry (source_kind, source_id, position);
create index journal_enterprise on journal_entry (enterprise_id, position);
create index journal_recorded on journal_entry (recorded_at);
