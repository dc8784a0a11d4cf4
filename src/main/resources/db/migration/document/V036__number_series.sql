create table number_series (
    series text primary key,
    last integer not null check (last > 0)
);
