-- Once signed or terminated an inspection stays as it is; only the office in charge of its unit may follow the unit,
-- and the record may be closed when what it found is dealt with.
create function inspection_is_final() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and (old.status = 'IN_PROGRESS' or old.status = 'TO_SIGN' and new.status <> 'IN_PROGRESS') then
        return new;
    end if;
    if tg_op = 'UPDATE' and to_jsonb(new) - 'charge_path' = to_jsonb(old) - 'charge_path' then
        return new;
    end if;
    if tg_op = 'UPDATE' and old.status in ('SIGNED', 'NOT_SIGNED_BY_UNIT') and new.status = 'CLOSED'
            and to_jsonb(new) - '{charge_path,status,version}'::text[]
                = to_jsonb(old) - '{charge_path,status,version}'::text[] then
        return new;
    end if;
    raise exception 'a signed inspection is never changed: add a supplement' using errcode = 'restrict_violation';
end $$;
create trigger inspection_is_final before update or delete on inspection
    for each row execute function inspection_is_final();
alter table inspection enable always trigger inspection_is_final;

-- What was written stays; the answers, explanations and inspectors of an inspection are added to only while it is
-- under way, and its signatures only until the last one is given. The share lock waits for the act that ends it.
create function inspection_part_is_final() returns trigger language plpgsql as $$
declare
    now_at text;
begin
    if tg_op = 'INSERT' then
        select status into now_at from inspection where id = new.inspection_id for share;
        if now_at = 'IN_PROGRESS' or now_at = 'TO_SIGN' and tg_table_name = 'inspection_signature' then
            return new;
        end if;
    end if;
    raise exception 'this part of an inspection is never changed, and not added to after signing'
        using errcode = 'restrict_violation';
end $$;
create trigger inspection_answer_is_final before insert or update or delete on inspection_answer
    for each row execute function inspection_part_is_final();
create trigger inspection_inspector_is_final before insert or update or delete on inspection_inspector
    for each row execute function inspection_part_is_final();
create trigger inspection_explanation_is_final before insert or update or delete on inspection_explanation
    for each row execute function inspection_part_is_final();
create trigger inspection_signature_is_final before insert or update or delete on inspection_signature
    for each row execute function inspection_part_is_final();
alter table inspection_answer enable always trigger inspection_answer_is_final;
alter table inspection_inspector enable always trigger inspection_inspector_is_final;
alter table inspection_explanation enable always trigger inspection_explanation_is_final;
alter table inspection_signature enable always trigger inspection_signature_is_final;

create function inspection_is_never_emptied() returns trigger language plpgsql as $$
begin
    raise exception 'inspections are never deleted' using errcode = 'restrict_violation';
end $$;
create trigger inspection_is_never_emptied before truncate on inspection
    for each statement execute function inspection_is_never_emptied();
create trigger inspection_answer_is_never_emptied before truncate on inspection_answer
    for each statement execute function inspection_is_never_emptied();
create trigger inspection_signature_is_never_emptied before truncate on inspection_signature
    for each statement execute function inspection_is_never_emptied();
create trigger inspection_supplement_is_kept before update or delete on inspection_supplement
    for each row execute function inspection_is_never_emptied();
