-- The path of the office in charge is always that of the office in charge.
create function enterprise_charge() returns trigger language plpgsql as $$
begin
    select path into strict new.charge_path from office where id = new.charge_office_id;
    return new;
end $$;
create trigger enterprise_charge before insert or update of charge_office_id on enterprise
    for each row execute function enterprise_charge();

-- Every record about a unit is read by the office now in charge of it: each table that has the two columns follows.
create function records_follow_their_unit() returns trigger language plpgsql as $$
declare
    records regclass;
begin
    for records in
        select c.oid from pg_class c
            join pg_attribute a on a.attrelid = c.oid and a.attname = 'charge_path' and not a.attisdropped
            join pg_attribute b on b.attrelid = c.oid and b.attname = 'enterprise_id' and not b.attisdropped
        where c.relkind = 'r'
            and c.relnamespace = (select relnamespace from pg_class where oid = tg_relid)
    loop
        execute format('update %s set charge_path = $1 where enterprise_id = $2', records) using new.charge_path, new.id;
    end loop;
    return null;
end $$;
create trigger records_follow_their_unit after update on enterprise
    for each row when (new.charge_path is distinct from old.charge_path) execute function records_follow_their_unit();
