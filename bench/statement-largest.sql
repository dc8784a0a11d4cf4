-- The line with the most entries, of those that can have many.
select case
        when act = 'VISIT_MADE' then 4
        when act = 'INSPECTED' and role in ('FILLING_STATION', 'LPG_OPERATOR') then 5
        when act = 'INSPECTED' and role = 'APPLIANCE_SELLER' then 11
        when act = 'CORRECTION_ORDERED' then 16
        when act = 'SUPERVISOR_TRAINED' then 32
        when act = 'CYLINDER_STAFF_TRAINED' then 33
        when act = 'APPLIANCE_STAFF_TRAINED' then 34
    end
from journal_entry
where act in ('VISIT_MADE', 'CORRECTION_ORDERED', 'SUPERVISOR_TRAINED', 'CYLINDER_STAFF_TRAINED', 'APPLIANCE_STAFF_TRAINED')
    or act = 'INSPECTED' and role in ('FILLING_STATION', 'LPG_OPERATOR', 'APPLIANCE_SELLER')
group by 1 order by count(*) desc limit 1;
