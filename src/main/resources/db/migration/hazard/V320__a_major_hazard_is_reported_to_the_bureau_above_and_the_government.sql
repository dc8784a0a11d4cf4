-- receiver is the bureau above; rows from before say both there.
alter table hazard_report add government text not null default '' check (length(government) <= 100);
alter table hazard_report alter government drop default;
