-- The rules by which a hazard is determined to be major, each for the days it is in force.
create table major_criterion (
    code text primary key check (code ~ '^[A-Z0-9_]{1,40}$'),
    title text not null check (length(title) between 1 and 200),
    valid_from date not null,
    valid_to date check (valid_to >= valid_from)
);
insert into major_criterion (code, title, valid_from) values
    ('MEASURES_24', '《特种设备安全监督检查办法》第二十四条', '2022-07-01'),
    ('MEASURES_25', '《特种设备安全监督检查办法》第二十五条', '2022-07-01'),
    ('GB_45067_2024', 'GB 45067-2024《特种设备重大事故隐患判定准则》', '2024-12-01');

-- Determinations made before criteria were chosen from a list have only their words.
alter table hazard_determination add basis text references major_criterion;
