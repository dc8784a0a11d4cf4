create table attachment (
    id bigint generated always as identity primary key,
    source_kind text not null,
    source_id bigint not null,
    purpose text not null check (purpose ~ '^[a-z-]{1,40}$'),
    name text not null check (length(name) between 1 and 100),
    media_type text not null check (media_type in ('image/jpeg', 'image/png', 'application/pdf')),
    size integer not null check (size between 1 and 20971520),
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    bytes bytea not null check (length(bytes) = size),
    by_account_id bigint not null references account,
    by_name text not null,
    uploaded_at timestamptz not null,
    -- The same photo sent twice for the same thing is one photo.
    unique (source_kind, source_id, purpose, sha256)
);
-- Photos don't get smaller by compression, and are read whole.
alter table attachment alter column bytes set storage external;

-- They are evidence: what was uploaded stays what it was.
create function attachment_is_kept() returns trigger language plpgsql as $$
begin
    raise exception 'attachments are never changed or deleted' using errcode = 'restrict_violation';
end $$;
create trigger attachment_is_kept before update or delete or truncate on attachment
    for each statement execute function attachment_is_kept();
