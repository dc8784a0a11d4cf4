-- The inspections of a unit that stand, for "not inspected since" in the list of units.
create view enterprise_visit as
select e.position, e.enterprise_id, e.role, e.occurred_on
from journal_entry e
where e.act = 'INSPECTED' and e.sign = 1
    and not exists (select from journal_entry taken_back where taken_back.reverses = e.position);
