-- Whether the same item of the same unit was found bad before.
create index hazard_same_item on hazard (enterprise_id, checklist_code, printed_no, found_on)
    where checklist_code <> '' and printed_no <> '';
