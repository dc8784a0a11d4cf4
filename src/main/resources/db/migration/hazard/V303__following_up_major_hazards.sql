-- 管控措施检查: whether the interim measure holds while the hazard is being put right.
create table hazard_measure_check (
    id bigint generated always as identity primary key,
    hazard_id bigint not null references hazard,
    by_id bigint not null references account,
    by_name text not null,
    office_name text not null,
    at timestamptz not null,
    done_on date not null,
    effective boolean not null,
    findings text not null check (length(findings) between 1 and 1000)
);
create index hazard_measure_check_hazard on hazard_measure_check (hazard_id);

-- 挂牌督办 of a major hazard, until the day by which it must be gone.
alter table hazard add supervised_until date check (supervised_until is null or level = 'MAJOR');
create index hazard_supervised on hazard (supervised_until) where supervised_until is not null;
create table hazard_supervision (
    id bigint generated always as identity primary key,
    hazard_id bigint not null unique references hazard,
    by_id bigint not null references account,
    by_name text not null,
    office_name text not null,
    at timestamptz not null,
    number text not null check (length(number) between 1 and 100),
    until date not null,
    demands text not null check (length(demands) between 1 and 1000)
);

-- What comes after the report of a major hazard: the receipt of those it went to, and the report that it is gone.
alter table hazard add receipt_on date check (receipt_on is null or report_number is not null);
alter table hazard add lifted_on date check (lifted_on is null or report_number is not null and state = 'CLOSED');
create index hazard_to_lift on hazard (charge_path)
    where level = 'MAJOR' and state = 'CLOSED' and report_number is not null and lifted_on is null;
create table hazard_report_follow_up (
    id bigint generated always as identity primary key,
    hazard_id bigint not null references hazard,
    by_id bigint not null references account,
    by_name text not null,
    office_name text not null,
    at timestamptz not null,
    kind text not null check (kind in ('RECEIPT', 'LIFTING')),
    done_on date not null,
    number text not null check (length(number) between 1 and 100),
    party text not null check (length(party) between 1 and 200),
    unique (hazard_id, kind)
);

create function hazard_follow_up_is_kept() returns trigger language plpgsql as $$
begin
    raise exception 'what followed a hazard stays as it was written' using errcode = 'restrict_violation';
end $$;
create trigger hazard_measure_check_is_kept before update or delete on hazard_measure_check
    for each row execute function hazard_follow_up_is_kept();
create trigger hazard_supervision_is_kept before update or delete on hazard_supervision
    for each row execute function hazard_follow_up_is_kept();
create trigger hazard_report_follow_up_is_kept before update or delete on hazard_report_follow_up
    for each row execute function hazard_follow_up_is_kept();

-- An extension of a major hazard is copied to the municipality, until it has read it.
alter table hazard add extension_to_read boolean not null default false;
create index hazard_extension_to_read on hazard (charge_path) where extension_to_read;
