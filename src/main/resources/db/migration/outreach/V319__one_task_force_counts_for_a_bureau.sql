-- Whether a bureau was counted with an earlier task force is asked on the page of each one.
create index outreach_task_force on outreach_record (counting_office_id, day, id)
    where kind = 'TASK_FORCE' and voided_at is null;
