-- The proof of a signed record: what it said, in canonical form, signed with the key of this system, which is kept
-- outside the database. Part 0 is the record itself, part n its n-th supplement.
create table seal (
    id bigint generated always as identity primary key,
    source_kind text not null,
    source_id bigint not null,
    part integer not null check (part >= 0),
    form integer not null check (form > 0),
    content bytea not null,
    sha256 text not null check (sha256 = encode(sha256(content), 'hex')),
    key_id text not null check (key_id ~ '^[0-9a-f]{16}$'),
    signature bytea not null check (length(signature) = 64),
    code text not null unique check (code ~ '^[0-9A-HJKMNP-TV-Z]{16}$'),
    sealed_at timestamptz not null,
    unique (source_kind, source_id, part)
);

-- What was signed before there were seals; filled once by the migrations that bring seals to a kind of record.
create table record_before_seals (
    source_kind text not null,
    source_id bigint not null,
    part integer not null check (part >= 0),
    primary key (source_kind, source_id, part)
);

-- The signature over that list, given at the first start with seals: a line added later does not stand in it.
create table beginning_of_seals (
    one boolean primary key default true check (one),
    records bigint not null check (records >= 0),
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    key_id text not null check (key_id ~ '^[0-9a-f]{16}$'),
    signature bytea not null check (length(signature) = 64),
    begun_at timestamptz not null
);

create function seals_are_kept() returns trigger language plpgsql as $$
begin
    raise exception 'seals are never changed or deleted' using errcode = 'restrict_violation';
end $$;
create trigger seal_is_kept before update or delete or truncate on seal
    for each statement execute function seals_are_kept();
create trigger beginning_of_seals_is_kept before update or delete or truncate on beginning_of_seals
    for each statement execute function seals_are_kept();
alter table seal enable always trigger seal_is_kept;
alter table beginning_of_seals enable always trigger beginning_of_seals_is_kept;

-- A pass over all signed records: nightly, or because somebody asked. It goes on from where it stands after a restart,
-- and whoever holds its row goes on with it.
create table seal_check (
    id bigint generated always as identity primary key,
    night date unique,
    asked_by bigint references account,
    asked_by_name text,
    begun_at timestamptz not null,
    at_kind text not null default '',
    at_id bigint not null default 0,
    checked bigint not null default 0,
    before_seals bigint not null default 0,
    differing bigint not null default 0,
    finished_at timestamptz,
    check ((night is null) = (asked_by is not null)),
    check ((asked_by is null) = (asked_by_name is null))
);
create unique index seal_check_under_way on seal_check ((true)) where finished_at is null;

create table seal_check_finding (
    check_id bigint not null references seal_check,
    source_kind text not null,
    source_id bigint not null,
    part integer not null,
    standing text not null,
    primary key (check_id, source_kind, source_id, part)
);
