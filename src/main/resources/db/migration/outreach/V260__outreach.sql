-- One sending of a form: what was entered with it, by whom and when. The same form sent twice enters nothing twice.
create table outreach_entry (
    id bigint generated always as identity primary key,
    by_id bigint not null references account,
    request_key text not null check (length(request_key) between 1 and 60),
    digest text not null check (length(digest) between 1 and 64),
    by_name text not null,
    office_name text not null,
    at timestamptz not null,
    unique (by_id, request_key)
);

-- Training, publicity, documents, task forces: lines 26 to 41 of Annex 3.
create table outreach_record (
    id bigint generated always as identity primary key,
    entry_id bigint not null references outreach_entry,
    office_id bigint not null references office,
    office_path text collate "C" not null,
    counting_office_id bigint not null references office,
    kind text not null check (kind in ('TRAINING', 'HAND_OUT', 'TRAINING_CLASS', 'MEDIA', 'EVENT', 'PRODUCT', 'VIEWS',
        'DOCUMENT_ISSUED', 'DOCUMENT_RECEIVED', 'TASK_FORCE', 'PLEDGE')),
    since date,
    day date not null,
    title text not null check (length(title) between 1 and 200),
    party text not null check (length(party) <= 100),
    number text not null check (length(number) <= 60),
    choice text check (choice ~ '^[A-Z_]{1,40}$'),
    quantity bigint not null check (quantity between 0 and 999999999),
    basis text not null check (length(basis) <= 300),
    repost boolean not null,
    named boolean not null,
    item_id bigint references outreach_record,
    replaces bigint unique references outreach_record,
    evidenced boolean not null default false,
    voided_at timestamptz,
    voided_by_id bigint references account,
    voided_by_name text,
    void_reason text check (length(void_reason) between 1 and 500),
    searched text generated always as (title || ' ' || party || ' ' || number) stored,
    check (since <= day),
    check ((kind = 'VIEWS') = (item_id is not null)),
    check (not repost or kind = 'MEDIA'),
    check (not named or kind = 'TRAINING'),
    check (kind not in ('HAND_OUT', 'TRAINING') or quantity > 0),
    check (kind <> 'EVENT' or quantity = 0 or basis <> ''),
    check (kind not in ('MEDIA', 'PLEDGE') or party <> ''),
    check (kind <> 'DOCUMENT_ISSUED' or number <> ''),
    check (kind not in ('TRAINING', 'MEDIA', 'PRODUCT', 'DOCUMENT_ISSUED', 'DOCUMENT_RECEIVED', 'PLEDGE')
        or choice is not null),
    check ((voided_at is null) = (void_reason is null)),
    check ((voided_at is null) = (voided_by_id is null)),
    check ((voided_at is null) = (voided_by_name is null))
);
create index outreach_newest on outreach_record (day desc, id desc);
create index outreach_office on outreach_record (office_path, kind, day) include (quantity, evidenced) where voided_at is null;
create index outreach_entry_of on outreach_record (entry_id);
create index outreach_item on outreach_record (item_id, day) where item_id is not null;
create index outreach_without_evidence on outreach_record (office_path) where voided_at is null and not evidenced;
create index outreach_voided on outreach_record (office_path) where voided_at is not null;
create index outreach_searched on outreach_record using gin (searched gin_trgm_ops);
-- A piece counts once for each outlet, a document once for its bureau.
create unique index outreach_piece on outreach_record (office_id, title, party)
    where kind = 'MEDIA' and voided_at is null;
create unique index outreach_document on outreach_record (counting_office_id, number)
    where kind = 'DOCUMENT_ISSUED' and voided_at is null;

-- Who took part; the ID number itself is never kept.
create table outreach_attendee (
    record_id bigint not null references outreach_record,
    place integer not null,
    name text not null check (length(name) between 1 and 40),
    employer text not null check (length(employer) <= 100),
    masked text not null check (masked = '' or masked ~ '^[0-9]{3}[*]{13}[0-9X]{2}$'),
    person text not null check (person ~ '^(ID|NAME):[0-9a-f]{64}$'),
    primary key (record_id, place),
    unique (record_id, person)
);

-- What the database generates is not there yet before an update.
create function outreach_is_kept() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and tg_table_name = 'outreach_record' then
        if (to_jsonb(old) - array['searched', 'evidenced', 'voided_at', 'voided_by_id', 'voided_by_name', 'void_reason'])
                = (to_jsonb(new) - array['searched', 'evidenced', 'voided_at', 'voided_by_id', 'voided_by_name', 'void_reason'])
            and old.voided_at is null and new.evidenced >= old.evidenced then
            return new;
        end if;
    end if;
    raise exception 'records of outreach are never changed or deleted: void them' using errcode = 'restrict_violation';
end $$;
create trigger outreach_entry_is_kept before update or delete on outreach_entry
    for each row execute function outreach_is_kept();
create trigger outreach_record_is_kept before update or delete on outreach_record
    for each row execute function outreach_is_kept();
create trigger outreach_attendee_is_kept before update or delete on outreach_attendee
    for each row execute function outreach_is_kept();
