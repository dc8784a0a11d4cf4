-- Self-checks that were handed in and not sent back, for the register's list.
create view enterprise_self_check as
select s.id, s.enterprise_id, c.role, s.submitted_on
from self_check s
    join checklist c on c.id = s.checklist_id
where s.submitted_on is not null;
