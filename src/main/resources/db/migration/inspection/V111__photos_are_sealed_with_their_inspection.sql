-- Photos join an inspection, and leave it, only while it is being filled in; the share lock waits for the signature.
create function inspection_photos_are_final() returns trigger language plpgsql as $$
declare
    owner_kind text;
    owner_id bigint;
begin
    if tg_table_name = 'evidence_photo' then
        owner_kind := new.source_kind;
        owner_id := new.source_id;
    else
        select source_kind, source_id into owner_kind, owner_id from evidence_photo where id = new.photo_id;
    end if;
    if owner_kind = 'INSPECTION' then
        perform from inspection where id = owner_id and status = 'IN_PROGRESS' for share;
        if not found then
            raise exception 'photos are not added to or taken from a signed inspection'
                using errcode = 'restrict_violation';
        end if;
    end if;
    return new;
end $$;
create trigger inspection_photos_are_final before insert on evidence_photo
    for each row execute function inspection_photos_are_final();
create trigger inspection_photos_are_final before insert on evidence_photo_removal
    for each row execute function inspection_photos_are_final();
alter table evidence_photo enable always trigger inspection_photos_are_final;
alter table evidence_photo_removal enable always trigger inspection_photos_are_final;
