-- A visit may use several lists. Each is an inspection of its own; the later ones name the first, which is of the same
-- unit, day and office.
alter table inspection add column first_list_id bigint check (first_list_id < id);
alter table inspection add constraint inspection_of_a_visit unique (id, enterprise_id, visit_day, office_id);
alter table inspection add constraint inspection_is_of_its_visit
    foreign key (first_list_id, enterprise_id, visit_day, office_id)
    references inspection (id, enterprise_id, visit_day, office_id);
create index inspection_first_list on inspection (first_list_id, id) where first_list_id is not null;

-- A list joins a visit while all lists of it are being filled in, and never leaves it. The share lock waits for the
-- signature that freezes them.
create function inspection_joins_a_visit_under_way() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        raise exception 'a list stays with its visit' using errcode = 'restrict_violation';
    end if;
    perform from inspection where id = new.first_list_id and first_list_id is null for share;
    if not found or exists (select from inspection where (id = new.first_list_id or first_list_id = new.first_list_id)
            and status not in ('IN_PROGRESS', 'TERMINATED')) then
        raise exception 'a list joins the first list of a visit that is being filled in'
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger inspection_joins_a_visit_under_way before insert on inspection
    for each row when (new.first_list_id is not null) execute function inspection_joins_a_visit_under_way();
create trigger inspection_stays_with_its_visit before update on inspection
    for each row when (new.first_list_id is distinct from old.first_list_id)
    execute function inspection_joins_a_visit_under_way();
alter table inspection enable always trigger inspection_joins_a_visit_under_way;
alter table inspection enable always trigger inspection_stays_with_its_visit;

-- All lists of a visit are frozen together and signed together, or none is; one that was broken off is none of them.
create function inspection_visit_is_signed_as_one() returns trigger language plpgsql as $$
begin
    if (select count(distinct case when status in ('IN_PROGRESS', 'TO_SIGN') then status else 'COMPLETE' end)
            from inspection where status <> 'TERMINATED' and (id = coalesce(new.first_list_id, new.id)
                or first_list_id = coalesce(new.first_list_id, new.id))) > 1 then
        raise exception 'the lists of a visit are signed together' using errcode = 'restrict_violation';
    end if;
    return null;
end $$;
create constraint trigger inspection_visit_is_signed_as_one after update on inspection
    deferrable initially deferred for each row when (new.status is distinct from old.status)
    execute function inspection_visit_is_signed_as_one();
alter table inspection enable always trigger inspection_visit_is_signed_as_one;
