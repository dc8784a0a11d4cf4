-- What a person may do is remembered as long as the row of the account was written by the same transaction; so whatever
-- changes it beside the row, roles and offices, writes the row too.
create function accounts_follow_their_roles() returns trigger language plpgsql as $$
begin
    update account set enabled = enabled where id in (old.account_id, new.account_id);
    return null;
end $$;
create trigger accounts_follow_their_roles after insert or update or delete on account_role
    for each row execute function accounts_follow_their_roles();

create function accounts_follow_their_office() returns trigger language plpgsql as $$
begin
    update account set enabled = enabled
    where office_id in (select id from office where starts_with(path, old.path) or starts_with(path, new.path));
    return null;
end $$;
create trigger accounts_follow_their_office after update on office
    for each row execute function accounts_follow_their_office();
