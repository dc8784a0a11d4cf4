-- 气瓶: each carries an electronic mark (电子识读标志) and belongs to the filling station that registered it.
create table cylinder (
    id bigint generated always as identity primary key,
    mark text not null unique check (mark ~ '^[0-9A-Z-]{4,40}$'),
    registration_number text not null check (length(registration_number) between 1 and 60),
    enterprise_id bigint not null references enterprise,
    maker text not null check (length(maker) between 1 and 100),
    serial text not null check (length(serial) between 1 and 60),
    size text not null check (size in ('YSP4_7', 'YSP12', 'YSP26_2', 'YSP35_5', 'YSP118')),
    made_on date not null,
    design_life_until date not null check (design_life_until > made_on),
    last_inspected_on date,
    next_inspection_on date not null check (next_inspection_on > made_on),
    phase text not null check (phase in ('VAPOUR', 'LIQUID', 'DUAL')),
    state text not null check (state in ('IN_USE', 'OVERDUE', 'SEIZED', 'SCRAPPED', 'CANCELLED')),
    check (last_inspected_on between made_on and next_inspection_on)
);
create index cylinder_enterprise on cylinder (enterprise_id, id);
