-- A later inspection saw the hazard again: put right, or not.
create table hazard_sighting (
    id bigint generated always as identity primary key,
    hazard_id bigint not null references hazard,
    by_id bigint not null references account,
    by_name text not null,
    office_name text not null,
    at timestamptz not null,
    seen_on date not null,
    put_right boolean not null,
    remark text not null default '' check (length(remark) <= 500),
    source_kind text not null,
    source_id bigint not null,
    unique (hazard_id, source_kind, source_id)
);
create index hazard_sighting_source on hazard_sighting (source_kind, source_id);

-- What was closed and came back is a new hazard (反弹), linked to the old one.
create table hazard_relapse (
    hazard_id bigint not null references hazard,
    earlier_id bigint not null references hazard,
    primary key (hazard_id, earlier_id),
    check (earlier_id < hazard_id)
);
create index hazard_relapse_earlier on hazard_relapse (earlier_id);

create function hazard_history_is_kept() returns trigger language plpgsql as $$
begin
    raise exception 'what was seen of a hazard stays as it was written' using errcode = 'restrict_violation';
end $$;
create trigger hazard_sighting_is_kept before update or delete on hazard_sighting
    for each row execute function hazard_history_is_kept();
create trigger hazard_relapse_is_kept before update or delete on hazard_relapse
    for each row execute function hazard_history_is_kept();
