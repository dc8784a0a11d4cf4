-- The acts' tables take these names.
alter index hazard_extension rename to hazard_extension_waiting;
alter index hazard_ending rename to hazard_ending_waiting;

-- One table for each kind of act: who did it, when and why. The hazard's own row says what follows from them.
create table hazard_rectification (
    id bigint generated always as identity primary key,
    hazard_id bigint not null references hazard,
    by_id bigint not null references account,
    by_name text not null,
    office_name text not null,
    at timestamptz not null,
    done_on date not null,
    description text not null check (length(description) between 1 and 1000),
    -- The person of the unit who signed the paper that staff typed in.
    signer text check (length(signer) between 1 and 40)
);
create index hazard_rectification_hazard on hazard_rectification (hazard_id);

create table hazard_recheck (
    id bigint generated always as identity primary key,
    hazard_id bigint not null references hazard,
    by_id bigint not null references account,
    by_name text not null,
    office_name text not null,
    at timestamptz not null,
    done_on date not null,
    passed boolean not null,
    findings text not null check (length(findings) between 1 and 1000),
    first_term date check (first_term >= done_on),
    second_id bigint references account check (second_id <> by_id),
    second_name text,
    agreed boolean,
    opinion text check (length(opinion) <= 1000),
    signed_at timestamptz,
    check (first_term is null or not passed),
    check ((agreed is null) = (second_id is null) and (agreed is null) = (signed_at is null))
);
create index hazard_recheck_hazard on hazard_recheck (hazard_id);
create unique index hazard_recheck_open on hazard_recheck (hazard_id) where agreed is null;

create table hazard_closure (
    id bigint generated always as identity primary key,
    hazard_id bigint not null references hazard,
    by_id bigint not null references account,
    by_name text not null,
    office_name text not null,
    at timestamptz not null,
    done_on date not null,
    by_section boolean not null,
    cause text check (cause in ('PEOPLE', 'THING', 'MANAGEMENT', 'SYSTEM', 'EXTERNAL')),
    opinion text not null default '' check (length(opinion) <= 1000),
    check (by_section = (cause is null)),
    unique (hazard_id, by_section)
);

create table hazard_determination (
    id bigint generated always as identity primary key,
    hazard_id bigint not null unique references hazard,
    by_id bigint not null references account,
    by_name text not null,
    office_name text not null,
    at timestamptz not null,
    done_on date not null,
    major boolean not null,
    criterion text not null check (length(criterion) <= 500),
    opinion text not null default '' check (length(opinion) <= 1000),
    check (not major or criterion <> ''),
    check (major or opinion <> '')
);

create table hazard_report (
    id bigint generated always as identity primary key,
    hazard_id bigint not null unique references hazard,
    by_id bigint not null references account,
    by_name text not null,
    office_name text not null,
    at timestamptz not null,
    reported_at timestamptz not null,
    number text not null check (length(number) between 1 and 100),
    receiver text not null check (length(receiver) between 1 and 200)
);

create table hazard_extension (
    id bigint generated always as identity primary key,
    hazard_id bigint not null references hazard,
    by_id bigint not null references account,
    by_name text not null,
    office_name text not null,
    at timestamptz not null,
    asked_on date not null,
    old_due date not null check (asked_on <= old_due),
    new_due date not null check (new_due > old_due),
    reason text not null check (length(reason) between 1 and 1000),
    measure text not null check (length(measure) between 1 and 1000),
    outcome text check (outcome in ('GRANTED', 'REFUSED', 'LAPSED')),
    decided_by_id bigint references account check (decided_by_id <> by_id),
    decided_by_name text,
    decided_at timestamptz,
    opinion text check (length(opinion) <= 1000),
    check ((outcome in ('GRANTED', 'REFUSED')) is not true or decided_by_id is not null)
);
create index hazard_extension_hazard on hazard_extension (hazard_id);
create unique index hazard_extension_open on hazard_extension (hazard_id) where outcome is null;

create table hazard_ending (
    id bigint generated always as identity primary key,
    hazard_id bigint not null references hazard,
    by_id bigint not null references account,
    by_name text not null,
    office_name text not null,
    at timestamptz not null,
    ending text not null check (ending in ('TERMINATED', 'TRANSFERRED', 'VOIDED')),
    reason text not null check (length(reason) between 1 and 1000),
    receiver text check (length(receiver) between 1 and 100),
    confirmed boolean,
    decided_by_id bigint references account check (decided_by_id <> by_id),
    decided_by_name text,
    decided_at timestamptz,
    opinion text check (length(opinion) <= 1000),
    check ((ending = 'TRANSFERRED') = (receiver is not null)),
    check ((confirmed is null) = (decided_by_id is null))
);
create index hazard_ending_hazard on hazard_ending (hazard_id);
create unique index hazard_ending_open on hazard_ending (hazard_id) where confirmed is null;

create table hazard_review (
    id bigint generated always as identity primary key,
    hazard_id bigint not null references hazard,
    by_id bigint not null references account,
    by_name text not null,
    office_name text not null,
    at timestamptz not null,
    opinion text not null default '' check (length(opinion) <= 1000)
);
create index hazard_review_hazard on hazard_review (hazard_id);

-- A form carries a key; the same form sent again is known by it.
create table hazard_submission (
    key uuid primary key,
    hazard_id bigint not null references hazard
);

-- No hazard is over, or major, without the acts that make it so.
create function hazard_is_proven() returns trigger language plpgsql as $$
begin
    if new.level = 'MAJOR'
            and not exists (select 1 from hazard_determination where hazard_id = new.id and major) then
        raise exception 'hazard % is major without a determination', new.number using errcode = 'check_violation';
    end if;
    if new.state in ('AWAITING_CLOSURE', 'AWAITING_SECTION', 'CLOSED')
            and not exists (select 1 from hazard_recheck where hazard_id = new.id and passed and agreed) then
        raise exception 'hazard % has no passed recheck', new.number using errcode = 'check_violation';
    end if;
    if new.state in ('AWAITING_SECTION', 'CLOSED')
            and not exists (select 1 from hazard_closure where hazard_id = new.id and not by_section) then
        raise exception 'hazard % is closed by nobody', new.number using errcode = 'check_violation';
    end if;
    if new.state = 'CLOSED' and new.level = 'MAJOR'
            and not exists (select 1 from hazard_closure where hazard_id = new.id and by_section) then
        raise exception 'major hazard % is closed without the section', new.number using errcode = 'check_violation';
    end if;
    if new.state in ('TERMINATED', 'TRANSFERRED', 'VOIDED')
            and not exists (select 1 from hazard_ending where hazard_id = new.id and confirmed and ending = new.state)
    then
        raise exception 'hazard % ended without a confirmed ending', new.number using errcode = 'check_violation';
    end if;
    return null;
end $$;
create constraint trigger hazard_is_proven after insert or update of state, level on hazard
    deferrable initially deferred for each row execute function hazard_is_proven();
