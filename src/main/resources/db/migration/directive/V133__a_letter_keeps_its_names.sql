-- An issued directive names its bureau and its unit as they were called on that day.
alter table directive add column issuer text check (length(issuer) between 1 and 200);
alter table directive add column addressee text check (length(addressee) between 1 and 200);
update directive set
    issuer = (select name from office where id = bureau_id),
    addressee = coalesce(
        (select enterprise_name from issued_document
            where source_kind = 'DIRECTIVE' and source_id = directive.id order by id limit 1),
        enterprise_name)
where number is not null;
alter table directive add constraint directive_letter_is_whole
    check ((number is null) = (issuer is null) and (number is null) = (addressee is null));

create function directive_letter_is_final() returns trigger language plpgsql as $$
begin
    raise exception 'what a directive says is never changed once it is issued' using errcode = 'restrict_violation';
end $$;
create trigger directive_letter_is_final before update on directive for each row
    when (old.number is not null and (new.number, new.issuer, new.addressee, new.issued_on, new.problems, new.provision,
            new.measures, new.due)
        is distinct from (old.number, old.issuer, old.addressee, old.issued_on, old.problems, old.provision,
            old.measures, old.due))
    execute function directive_letter_is_final();
alter table directive enable always trigger directive_letter_is_final;
