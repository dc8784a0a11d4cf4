-- What an inspector signs is the canonical content as it stood then; those who signed before this was written down have
-- no hash.
alter table inspection_signature add column content_sha256 text check (content_sha256 ~ '^[0-9a-f]{64}$');
alter table inspection_signature add constraint inspection_signature_binds check (content_sha256 is not null) not valid;

-- Records and supplements that were signed before there were seals; from now on the list is closed.
insert into record_before_seals (source_kind, source_id, part)
select 'INSPECTION', id, 0 from inspection where status in ('SIGNED', 'NOT_SIGNED_BY_UNIT', 'CLOSED')
union all
select 'INSPECTION', inspection_id, row_number() over (partition by inspection_id order by id)
from inspection_supplement;
create trigger record_before_seals_is_closed before insert or update or delete or truncate on record_before_seals
    for each statement execute function seals_are_kept();
alter table record_before_seals enable always trigger record_before_seals_is_closed;
