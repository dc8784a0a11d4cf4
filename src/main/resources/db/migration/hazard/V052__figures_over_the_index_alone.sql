-- Counting needs the id too, or every counted row is fetched.
drop index hazard_figures;
create index hazard_figures on hazard (due)
    include (id, state, level, reporter_id, rechecker_id, extension_by_id, report_number, enterprise_id, shown_to_unit,
        office_path, charge_path)
    where open;
