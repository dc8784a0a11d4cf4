alter table directive drop constraint directive_shown_to_unit_check;
update directive set shown_to_unit = true where served_on is not null;
alter table directive add check (shown_to_unit = (served_on is not null));
