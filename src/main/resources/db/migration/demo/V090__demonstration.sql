-- One row when the demonstration has been made completely.
create table demonstration (
    only_one boolean primary key default true check (only_one),
    made_at timestamptz not null default now()
);
