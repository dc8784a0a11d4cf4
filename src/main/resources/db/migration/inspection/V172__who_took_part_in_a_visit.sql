-- Each inspector declares that nothing speaks against inspecting this unit, or withdraws (回避) and says why.
alter table inspection_inspector
    add column declared_at timestamptz,
    add column withdrawn_at timestamptz,
    add column withdrawal_reason text check (length(withdrawal_reason) between 1 and 300),
    add check ((withdrawn_at is null) = (withdrawal_reason is null));

-- Both are said once, the withdrawal before the first signature; nothing else of the row ever changes.
create function inspection_inspector_speaks() returns trigger language plpgsql as $$
declare
    now_at text;
begin
    select status into now_at from inspection where id = new.inspection_id for share;
    if to_jsonb(new) - '{declared_at,withdrawn_at,withdrawal_reason}'::text[]
                = to_jsonb(old) - '{declared_at,withdrawn_at,withdrawal_reason}'::text[]
            and (old.declared_at is null or new.declared_at = old.declared_at)
            and (old.withdrawn_at is null or (new.withdrawn_at, new.withdrawal_reason)
                = (old.withdrawn_at, old.withdrawal_reason))
            and (now_at = 'IN_PROGRESS'
                or now_at = 'TO_SIGN' and new.withdrawn_at is not distinct from old.withdrawn_at) then
        return new;
    end if;
    raise exception 'this part of an inspection is never changed, and not added to after signing'
        using errcode = 'restrict_violation';
end $$;
drop trigger inspection_inspector_is_final on inspection_inspector;
create trigger inspection_inspector_is_final before insert or delete on inspection_inspector
    for each row execute function inspection_part_is_final();
create trigger inspection_inspector_speaks before update on inspection_inspector
    for each row execute function inspection_inspector_speaks();
alter table inspection_inspector enable always trigger inspection_inspector_is_final;
alter table inspection_inspector enable always trigger inspection_inspector_speaks;

-- Experts and officers of other departments who took part; one entered by mistake is taken off by a row of its own.
create table inspection_participant (
    id bigint generated always as identity primary key,
    inspection_id bigint not null references inspection,
    kind text not null check (kind in ('EXPERT', 'HOUSING', 'EMERGENCY', 'FIRE', 'COMMERCE', 'POLICE', 'OTHER')),
    name text not null check (length(name) between 1 and 40),
    organisation text not null default '' check (length(organisation) <= 100),
    request_key text not null check (length(request_key) between 8 and 64),
    added_by bigint not null references account,
    added_by_name text not null,
    added_at timestamptz not null,
    unique (inspection_id, request_key),
    unique (inspection_id, id)
);
create table inspection_participant_removal (
    participant_id bigint primary key,
    inspection_id bigint not null,
    removed_by bigint not null references account,
    removed_by_name text not null,
    removed_at timestamptz not null,
    foreign key (inspection_id, participant_id) references inspection_participant (inspection_id, id)
);

-- 现场普法 and the leaflets handed out; the latest row holds.
create table inspection_publicity (
    inspection_id bigint not null references inspection,
    version integer not null check (version > 0),
    request_key text not null check (length(request_key) between 8 and 64),
    held boolean not null,
    leaflets integer not null check (leaflets between 0 and 9999),
    materials text not null default '' check (length(materials) <= 300),
    saved_by bigint not null references account,
    saved_by_name text not null,
    saved_at timestamptz not null,
    primary key (inspection_id, version),
    constraint inspection_publicity_saved_once unique (inspection_id, request_key, held, leaflets, materials),
    check (held or leaflets = 0)
);

create trigger inspection_participant_is_final before insert or update or delete on inspection_participant
    for each row execute function inspection_part_is_final();
create trigger inspection_participant_removal_is_final before insert or update or delete
    on inspection_participant_removal for each row execute function inspection_part_is_final();
create trigger inspection_publicity_is_final before insert or update or delete on inspection_publicity
    for each row execute function inspection_part_is_final();
alter table inspection_participant enable always trigger inspection_participant_is_final;
alter table inspection_participant_removal enable always trigger inspection_participant_removal_is_final;
alter table inspection_publicity enable always trigger inspection_publicity_is_final;
