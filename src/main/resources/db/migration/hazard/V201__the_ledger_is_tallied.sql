-- How many hazards there are of each kind that the ledger's figures and filters tell apart. Each statement on hazards
-- adds what it changed as rows of its own, so that nobody waits for anybody; the sum over the rows is the number, and
-- hazard_tally_fold() puts rows of one kind together.
create table hazard_tally (
    office_path text collate "C" not null,
    charge_path text collate "C" not null,
    state text not null,
    level text not null,
    source_kind text not null,
    -- Of what is open; 'infinity' without a term.
    due date not null,
    extension_asked boolean not null,
    reported_up boolean not null,
    hazards bigint not null
);

-- What the tally must say.
create view hazard_counted as
select office_path, charge_path, state, level, source_kind,
    case when open then coalesce(due, 'infinity') else 'infinity' end as due,
    extension_by_id is not null as extension_asked, report_number is not null as reported_up,
    count(*) as hazards
from hazard
group by 1, 2, 3, 4, 5, 6, 7, 8;

create function hazard_tally_keeps_up() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        insert into hazard_tally
        select office_path, charge_path, state, level, source_kind,
            case when open then coalesce(due, 'infinity') else 'infinity' end,
            extension_by_id is not null, report_number is not null, count(*)
        from added group by 1, 2, 3, 4, 5, 6, 7, 8;
    elsif tg_op = 'DELETE' then
        insert into hazard_tally
        select office_path, charge_path, state, level, source_kind,
            case when open then coalesce(due, 'infinity') else 'infinity' end,
            extension_by_id is not null, report_number is not null, -count(*)
        from removed group by 1, 2, 3, 4, 5, 6, 7, 8;
    else
        insert into hazard_tally
        select office_path, charge_path, state, level, source_kind,
            case when open then coalesce(due, 'infinity') else 'infinity' end,
            extension_by_id is not null, report_number is not null, sum(change)
        from (select 1 as change, * from added union all select -1, * from removed) changed
        group by 1, 2, 3, 4, 5, 6, 7, 8 having sum(change) <> 0;
    end if;
    return null;
end $$;
create trigger hazard_tally_insert after insert on hazard referencing new table as added
    for each statement execute function hazard_tally_keeps_up();
create trigger hazard_tally_update after update on hazard referencing old table as removed new table as added
    for each statement execute function hazard_tally_keeps_up();
create trigger hazard_tally_delete after delete on hazard referencing old table as removed
    for each statement execute function hazard_tally_keeps_up();

-- Rows that others add meanwhile are not seen here and stay for the next time.
create function hazard_tally_fold() returns void language sql as $$
    with gone as (delete from hazard_tally returning *)
    insert into hazard_tally
    select office_path, charge_path, state, level, source_kind, due, extension_asked, reported_up, sum(hazards)
    from gone group by 1, 2, 3, 4, 5, 6, 7, 8 having sum(hazards) <> 0
$$;

insert into hazard_tally select * from hazard_counted;
