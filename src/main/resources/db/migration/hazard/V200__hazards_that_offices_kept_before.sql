-- What an office's own ledger said of a hazard when it was taken over: it stands in for the acts that were done on paper.
create table hazard_kept (
    hazard_id bigint primary key references hazard,
    bureau_id bigint not null references office,
    kept_number text check (length(kept_number) between 1 and 60),
    -- SHA-256 of unit, day, problem and item: tells the same line again when the ledger had no numbers.
    digest text not null check (digest ~ '^[0-9a-f]{64}$'),
    level text not null check (level in ('GENERAL', 'PROPOSED_MAJOR', 'MAJOR')),
    state text not null check (state in ('ON_THE_SPOT', 'RECTIFYING', 'AWAITING_RECHECK', 'AWAITING_CLOSURE',
        'AWAITING_SECTION', 'CLOSED', 'TERMINATED', 'TRANSFERRED'))
);
create unique index hazard_kept_number on hazard_kept (bureau_id, kept_number) where kept_number is not null;
create unique index hazard_kept_line on hazard_kept (digest) where kept_number is null;
create trigger hazard_kept_is_kept before update or delete on hazard_kept
    for each row execute function hazard_history_is_kept();

-- Only what came from a ledger can be proven by one.
create function hazard_kept_is_from_a_ledger() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from hazard where id = new.hazard_id and source_kind = 'LEDGER') then
        raise exception 'hazard % does not come from a ledger', new.hazard_id using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger hazard_kept_is_from_a_ledger before insert on hazard_kept
    for each row execute function hazard_kept_is_from_a_ledger();

-- As before, but for what the ledger had already been told when it was taken over.
create or replace function hazard_is_proven() returns trigger language plpgsql as $$
declare
    kept hazard_kept;
begin
    select * into kept from hazard_kept where hazard_id = new.id;
    if new.level = 'MAJOR' and kept.level is distinct from 'MAJOR'
            and not exists (select 1 from hazard_determination where hazard_id = new.id and major) then
        raise exception 'hazard % is major without a determination', new.number using errcode = 'check_violation';
    end if;
    if new.state in ('AWAITING_CLOSURE', 'AWAITING_SECTION', 'CLOSED')
            and coalesce(kept.state, '') not in ('AWAITING_CLOSURE', 'AWAITING_SECTION', 'CLOSED')
            and not exists (select 1 from hazard_recheck where hazard_id = new.id and passed and agreed) then
        raise exception 'hazard % has no passed recheck', new.number using errcode = 'check_violation';
    end if;
    if new.state in ('AWAITING_SECTION', 'CLOSED') and coalesce(kept.state, '') not in ('AWAITING_SECTION', 'CLOSED')
            and not exists (select 1 from hazard_closure where hazard_id = new.id and not by_section) then
        raise exception 'hazard % is closed by nobody', new.number using errcode = 'check_violation';
    end if;
    if new.state = 'CLOSED' and new.level = 'MAJOR' and kept.state is distinct from 'CLOSED'
            and not exists (select 1 from hazard_closure where hazard_id = new.id and by_section) then
        raise exception 'major hazard % is closed without the section', new.number using errcode = 'check_violation';
    end if;
    if new.state in ('TERMINATED', 'TRANSFERRED', 'VOIDED') and kept.state is distinct from new.state
            and not exists (select 1 from hazard_ending where hazard_id = new.id and confirmed and ending = new.state)
    then
        raise exception 'hazard % ended without a confirmed ending', new.number using errcode = 'check_violation';
    end if;
    return null;
end $$;

create index hazard_printed_no on hazard (printed_no, open desc, due);
