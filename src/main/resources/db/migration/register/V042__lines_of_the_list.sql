-- What one line of the list of units shows; left joins, so that counting does not touch the joined tables.
create view enterprise_line as
select e.id, e.name, e.credit_code, e.registered_address, e.address, e.legal_representative, e.responsible_person,
    e.responsible_phone, e.status, e.risk_level, e.key_since, e.verified_on, e.region, e.business_form, e.search,
    e.charge_path, e.office_id, e.office_path, e.shown_to_unit,
    charge.short_name as charge_office_name,
    above.short_name as above_charge_office_name,
    s.licence_number, s.licence_valid_to, s.suspended,
    (select string_agg(role, ',' order by role) from enterprise_role where enterprise_id = e.id) as roles
from enterprise e
    left join office charge on charge.id = e.charge_office_id
    left join office above on above.id = charge.parent_id
    left join filling_station s on s.enterprise_id = e.id;
