-- A hundred acts after the close: of the kinds and about the subjects that were posted last.
insert into journal_entry (act, occurred_on, recorded_at, by_account_id, by_name, office_id, office_name, office_path,
    enterprise_id, role, licence_state, subject, quantity, sign, source_kind, source_id)
select act, date '2023-11-15', recorded_at, by_account_id, by_name, office_id, office_name, office_path,
    enterprise_id, role, licence_state, subject, quantity, 1, source_kind, source_id
from journal_entry where sign = 1 order by position desc limit 100;
