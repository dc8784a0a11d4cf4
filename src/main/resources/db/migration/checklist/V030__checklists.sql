create table checklist (
    id bigint generated always as identity primary key,
    code text not null check (code ~ '^[A-Z0-9_]{1,40}$'),
    edition integer not null check (edition > 0),
    title text not null check (length(title) between 1 and 200),
    kind text not null check (kind in ('INSPECTION', 'SELF_CHECK')),
    role text not null check (role ~ '^[A-Z_]{1,40}$'),
    field text not null check (field in ('TS', 'ZL', 'JG')),
    derived boolean not null,
    valid_from date not null,
    valid_to date check (valid_to >= valid_from),
    unique (code, edition),
    unique (code, valid_from)
);
-- At most one edition of a list is in force without an end.
create unique index checklist_in_force on checklist (code) where valid_to is null;

create table checklist_item (
    checklist_id bigint not null references checklist,
    position integer not null check (position > 0),
    printed_no text not null check (length(printed_no) between 1 and 20),
    category text not null check (length(category) between 1 and 100),
    content text not null check (length(content) between 1 and 1000),
    compliant_means text not null default '' check (length(compliant_means) <= 100),
    noncompliant_means text not null default '' check (length(noncompliant_means) <= 100),
    also_ask text[] not null default '{}',
    primary key (checklist_id, position)
);

create table checklist_crosswalk (
    self_check_id bigint not null,
    self_check_position integer not null,
    inspection_id bigint not null,
    inspection_position integer not null,
    primary key (self_check_id, self_check_position, inspection_id, inspection_position),
    foreign key (self_check_id, self_check_position) references checklist_item,
    foreign key (inspection_id, inspection_position) references checklist_item
);

-- Records point at an edition: what they were asked must stay what it was. Only its end may be set.
create function checklist_is_final() returns trigger language plpgsql as $$
begin
    if tg_table_name = 'checklist' and tg_op = 'UPDATE' then
        if to_jsonb(new) - 'valid_to' = to_jsonb(old) - 'valid_to' then
            return new;
        end if;
    end if;
    raise exception 'an edition of a checklist is never changed';
end $$;
create trigger checklist_is_final before update or delete on checklist for each row execute function checklist_is_final();
create trigger checklist_item_is_final before update or delete on checklist_item
    for each row execute function checklist_is_final();
create trigger checklist_crosswalk_is_final before update or delete on checklist_crosswalk
    for each row execute function checklist_is_final();
