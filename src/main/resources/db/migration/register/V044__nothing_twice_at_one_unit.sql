-- The same form sent twice adds nobody and nothing twice.
create unique index person_once on person (enterprise_id, name, role, certificate_number) where left_on is null;
create unique index tank_once on tank (enterprise_id, registration_number) where retired_on is null;
