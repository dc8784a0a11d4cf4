-- A photo beside a line of a record. The original, with its hash, is an attachment of the same record.
create table evidence_photo (
    id bigint generated always as identity primary key,
    source_kind text not null,
    source_id bigint not null,
    line integer not null check (line >= 0),
    request_key text not null check (length(request_key) between 8 and 64),
    attachment_id bigint not null references attachment,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    width integer not null check (width > 0),
    height integer not null check (height > 0),
    small bytea not null check (length(small) between 1 and 1048576),
    taken_at timestamptz,
    latitude numeric(9, 6) check (latitude between -90 and 90),
    longitude numeric(9, 6) check (longitude between -180 and 180),
    by_account_id bigint not null references account,
    by_name text not null,
    added_at timestamptz not null,
    check ((latitude is null) = (longitude is null)),
    -- A photo that is sent again, because its answer was lost, is kept once.
    unique (source_kind, source_id, request_key)
);
create index evidence_photo_line on evidence_photo (source_kind, source_id, line, id);
alter table evidence_photo alter column small set storage external;

-- Taken off its line before the record was signed; the photo itself is kept.
create table evidence_photo_removal (
    photo_id bigint primary key references evidence_photo,
    by_account_id bigint not null references account,
    by_name text not null,
    removed_at timestamptz not null
);

create function evidence_is_kept() returns trigger language plpgsql as $$
begin
    raise exception 'evidence is never changed or deleted' using errcode = 'restrict_violation';
end $$;
create trigger evidence_photo_is_kept before update or delete or truncate on evidence_photo
    for each statement execute function evidence_is_kept();
create trigger evidence_photo_removal_is_kept before update or delete or truncate on evidence_photo_removal
    for each statement execute function evidence_is_kept();
alter table evidence_photo enable always trigger evidence_photo_is_kept;
alter table evidence_photo_removal enable always trigger evidence_photo_removal_is_kept;
