-- An office has one unfinished inspection of a unit with a list on a day; those begun twice before this was said stay.
alter table inspection add column begun_again boolean not null default false;
update inspection later set begun_again = true
where status in ('IN_PROGRESS', 'TO_SIGN') and exists (
    select 1 from inspection earlier
    where earlier.office_id = later.office_id and earlier.enterprise_id = later.enterprise_id
        and earlier.checklist_code = later.checklist_code and earlier.visit_day = later.visit_day
        and earlier.status in ('IN_PROGRESS', 'TO_SIGN') and earlier.id < later.id);
create unique index inspection_begun_once on inspection (enterprise_id, checklist_code, visit_day, office_id)
    where status in ('IN_PROGRESS', 'TO_SIGN') and not begun_again;
