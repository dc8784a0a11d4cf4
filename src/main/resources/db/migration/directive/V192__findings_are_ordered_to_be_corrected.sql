-- A bureau orders a unit to put right what an inspection found with a 监察指令书, or, where none is used, with a
-- 责令改正通知书; both are drafted, issued, served and withdrawn in the same way.
alter table directive add column kind text not null default 'SUPERVISION' check (kind in ('SUPERVISION', 'CORRECTION'));
alter table directive alter column kind drop default;
alter table directive add constraint directive_corrects_what_an_inspection_found
    check (kind = 'SUPERVISION' or inspection_id is not null);

create function directive_stays_of_its_kind() returns trigger language plpgsql as $$
begin
    raise exception 'an order stays of its kind' using errcode = 'restrict_violation';
end $$;
create trigger directive_stays_of_its_kind before update on directive
    for each row when (new.kind <> old.kind) execute function directive_stays_of_its_kind();
alter table directive enable always trigger directive_stays_of_its_kind;
