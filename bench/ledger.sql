-- Fills the ledger up to :size hazards: copies of those of the demonstration at the same units, one in twenty still open,
-- the others closed as kept before.
set session_replication_role = replica;
insert into hazard (number, source_kind, source_id, source_line, checklist_code, checklist_title, printed_no, category, item,
    found_on, found_by, problem, responsible, measure, on_the_spot, level, state, due, first_due, reported_on, recheck_due,
    ended_on, office_id, office_path, enterprise_id, enterprise_name, charge_path)
select 'BENCH-TS-2023-' || lpad((base.last + n)::text, 8, '0'), 'LEDGER', 1000000, base.last + n, h.checklist_code, h.checklist_title,
    h.printed_no, h.category, h.item, day, h.found_by, h.problem || ' ' || n, h.responsible, h.measure,
    false, 'GENERAL', case when fate.open then 'RECTIFYING' else 'CLOSED' end, day + 20 + n % 40, day + 20 + n % 40,
    case when not fate.open then day + 5 end, case when not fate.open then day + 19 end, case when not fate.open then day + 10 end,
    h.office_id, h.office_path, h.enterprise_id, h.enterprise_name, h.charge_path
from (select count(*)::integer as held, coalesce(max(source_line) filter (where source_id = 1000000), 0) as last from hazard) base
cross join lateral generate_series(1, greatest(0, :size - base.held)) n
cross join lateral (select n % 20 = 0 as open, date '2023-09-01' + n % 70 as day) fate
join (select row_number() over (order by id) - 1 as place, count(*) over () as places, hazard.* from hazard
    where source_kind <> 'LEDGER') h on h.place = n % h.places;
delete from hazard_tally;
insert into hazard_tally select * from hazard_counted;
vacuum analyze hazard;
vacuum analyze hazard_tally;
