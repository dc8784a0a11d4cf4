-- A complaint, a sample, a letter of another department: what it said and where it came from, and the hazard it became.
create table hazard_notice (
    id bigint generated always as identity primary key,
    request_key uuid not null unique,
    request_digest text not null check (request_digest ~ '^([0-9a-f]{64})?$'),
    kind text not null check (kind in ('COMPLAINT', 'SAMPLING', 'LETTER', 'SUPERIOR')),
    informant text not null check (length(informant) between 1 and 200),
    found_on date not null,
    enterprise_id bigint not null references enterprise,
    by_id bigint not null references account,
    by_name text not null,
    office_name text not null,
    at timestamptz not null,
    hazard_id bigint unique references hazard
);
create function hazard_notice_is_kept() returns trigger language plpgsql as $$
begin
    raise exception 'what was told of a hazard stays as it was written' using errcode = 'restrict_violation';
end $$;
create trigger hazard_notice_is_kept before delete on hazard_notice
    for each row execute function hazard_notice_is_kept();
-- Only the hazard that it became is written afterwards, once.
create trigger hazard_notice_stays before update on hazard_notice
    for each row when (old.hazard_id is not null
        or (old.kind, old.informant, old.found_on, old.enterprise_id, old.by_id)
            is distinct from (new.kind, new.informant, new.found_on, new.enterprise_id, new.by_id))
    execute function hazard_notice_is_kept();
