-- The number of a visit to a unit in the campaign, given with its signatures and one after the other for each unit; the
-- lists that an office uses at a unit on one day are one visit.
alter table inspection add column visit_number integer check (visit_number > 0);
alter table inspection disable trigger inspection_is_final;
update inspection set visit_number = counted.number
from (select id, dense_rank() over (partition by enterprise_id order by visit_day, office_id) as number from inspection
    where status in ('SIGNED', 'NOT_SIGNED_BY_UNIT', 'CLOSED')) counted
where counted.id = inspection.id;
alter table inspection enable always trigger inspection_is_final;
alter table inspection add constraint inspection_numbered_when_complete
    check ((status in ('SIGNED', 'NOT_SIGNED_BY_UNIT', 'CLOSED')) = (visit_number is not null));

-- What the inspectors found of problems that were known before, with what was known; the latest row for each holds.
create table inspection_earlier_answer (
    inspection_id bigint not null references inspection,
    hazard_id bigint not null references hazard,
    version integer not null check (version > 0),
    base integer not null check (base >= 0 and base < version),
    request_key text not null check (length(request_key) between 8 and 64),
    put_right boolean not null,
    remark text not null default '' check (length(remark) <= 500),
    hazard_number text not null,
    problem text not null,
    hazard_state text not null,
    saved_by bigint not null references account,
    saved_by_name text not null,
    saved_at timestamptz not null,
    primary key (inspection_id, hazard_id, version),
    constraint inspection_earlier_answer_saved_once unique (inspection_id, request_key, base)
);
create trigger inspection_earlier_answer_is_final before insert or update or delete on inspection_earlier_answer
    for each row execute function inspection_part_is_final();
alter table inspection_earlier_answer enable always trigger inspection_earlier_answer_is_final;
create trigger inspection_earlier_answer_is_never_emptied before truncate on inspection_earlier_answer
    for each statement execute function inspection_is_never_emptied();

-- The inspector says that what is wrong here is not the hazard that is known already.
alter table inspection_answer add column another text check (another = 'YES');
