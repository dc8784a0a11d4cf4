-- Fills the journal up to :acts entries: copies of what the demonstration posted, on other days, about other subjects and
-- of other records, one in twenty taken back.
insert into journal_entry (act, occurred_on, recorded_at, by_account_id, by_name, office_id, office_name, office_path,
    enterprise_id, role, licence_state, subject, quantity, sign, source_kind, source_id)
select act, date '2023-09-01' + ((n * 7 + position) % 76)::integer, recorded_at, by_account_id, by_name, office_id, office_name,
    office_path, enterprise_id, role, licence_state, left(subject, 180) || '-' || n % 500, quantity, 1, source_kind,
    source_id + n * 1000000::bigint
from generate_series(1, greatest(0, :acts) / (select count(*) from journal_entry where sign = 1)) n
cross join (select * from journal_entry where sign = 1) posted;
insert into journal_entry (act, occurred_on, recorded_at, by_account_id, by_name, office_id, office_name, office_path,
    enterprise_id, role, licence_state, subject, quantity, sign, reverses, source_kind, source_id)
select act, occurred_on, recorded_at, by_account_id, by_name, office_id, office_name, office_path,
    enterprise_id, role, licence_state, subject, quantity, -1, position, source_kind, source_id
from journal_entry posted
where sign = 1 and position % 20 = 0
    and not exists (select from journal_entry reversal where reversal.reverses = posted.position);
vacuum analyze journal_entry;
