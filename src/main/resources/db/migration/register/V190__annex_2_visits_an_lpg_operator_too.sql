-- An inspection with Annex 2 is one of a filling station and of an LPG operator, as line 5 of Annex 3 counts it.
create or replace view enterprise_visit as
select e.position, e.enterprise_id, seen.role, e.occurred_on
from journal_entry e
    cross join lateral (
        select e.role union all select 'LPG_OPERATOR' where e.role = 'FILLING_STATION') seen (role)
where e.act = 'INSPECTED' and e.sign = 1
    and not exists (select from journal_entry taken_back where taken_back.reverses = e.position);
