-- An account of a unit carries the unit's name, for the frame and for what is written in histories.
alter table account add enterprise_name text;
update account set enterprise_name = (select name from enterprise where id = enterprise_id);

create function account_enterprise_name() returns trigger language plpgsql as $$
begin
    select name into new.enterprise_name from enterprise where id = new.enterprise_id;
    return new;
end $$;
create trigger account_enterprise_name before insert or update of enterprise_id on account
    for each row when (new.enterprise_id is not null) execute function account_enterprise_name();

create function accounts_follow_their_unit() returns trigger language plpgsql as $$
begin
    update account set enterprise_name = new.name where enterprise_id = new.id;
    return null;
end $$;
create trigger accounts_follow_their_unit after update on enterprise
    for each row when (new.name is distinct from old.name) execute function accounts_follow_their_unit();
create index account_enterprise on account (enterprise_id) where enterprise_id is not null;
