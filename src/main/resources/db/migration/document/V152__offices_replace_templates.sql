create table document_template (
    id bigint generated always as identity primary key,
    kind text not null check (kind ~ '^[A-Z_]{1,30}$'),
    office_id bigint not null references office,
    version integer not null check (version > 0),
    name text not null check (length(name) between 1 and 100),
    content bytea not null check (length(content) between 1 and 2097152),
    sha256 text not null check (sha256 = encode(sha256(content), 'hex')),
    by_account_id bigint not null references account,
    by_name text not null,
    uploaded_at timestamptz not null,
    unique (kind, office_id, version)
);

create function document_template_is_kept() returns trigger language plpgsql as $$
begin
    raise exception 'a version of a template is never changed or deleted' using errcode = 'restrict_violation';
end $$;
create trigger document_template_is_kept before update or delete or truncate on document_template
    for each statement execute function document_template_is_kept();

-- Which template a document was made from; null where its layout stands in the program.
alter table issued_document add column template text check (length(template) between 1 and 100);

create or replace function issued_document_is_kept() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE'
        and (new.content, new.title, new.number, new.source_kind, new.source_id, new.issued_at, new.template)
        is not distinct from
        (old.content, old.title, old.number, old.source_kind, old.source_id, old.issued_at, old.template) then
        return new;
    end if;
    raise exception 'an issued document is never changed or deleted' using errcode = 'restrict_violation';
end $$;
