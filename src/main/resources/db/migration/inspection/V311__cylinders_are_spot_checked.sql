-- 抽查明细: the cylinders that were looked at, each with what the register said of it then (nothing when it is not
-- registered). One row for each save, never changed: the latest of a mark holds, and one that is removed takes it off.
create table inspection_cylinder (
    inspection_id bigint not null references inspection,
    mark text collate "C" not null check (length(mark) between 1 and 300),
    version integer not null check (version > 0),
    request_key text not null check (length(request_key) between 8 and 64),
    removed boolean not null,
    result text not null check (result in ('NORMAL', 'ABNORMAL')),
    note text not null check (length(note) <= 300),
    registration_number text,
    station_id bigint references enterprise,
    station_name text,
    maker text,
    serial text,
    size text,
    made_on date,
    design_life_until date,
    last_inspected_on date,
    next_inspection_on date,
    phase text,
    state text,
    saved_by bigint not null references account,
    saved_by_name text not null,
    saved_at timestamptz not null,
    primary key (inspection_id, mark, version),
    constraint inspection_cylinder_saved_once unique (inspection_id, request_key),
    check (num_nulls(registration_number, station_id, station_name, maker, serial, size, made_on, design_life_until,
        next_inspection_on, phase, state) in (0, 11)),
    check (last_inspected_on is null or state is not null)
);
create trigger inspection_cylinder_is_final before insert or update or delete on inspection_cylinder
    for each row execute function inspection_part_is_final();
alter table inspection_cylinder enable always trigger inspection_cylinder_is_final;
create trigger inspection_cylinder_is_never_emptied before truncate on inspection_cylinder
    for each statement execute function inspection_is_never_emptied();
