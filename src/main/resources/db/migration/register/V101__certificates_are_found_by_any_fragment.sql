create index filling_station_licence_search on filling_station using gin (lower(licence_number) gin_trgm_ops);
create index filling_station_gas_licence_search on filling_station using gin (lower(gas_licence_number) gin_trgm_ops);
create index person_certificate_search on person using gin (lower(certificate_number) gin_trgm_ops)
    where left_on is null;
create index tank_registration_search on tank using gin (lower(registration_number) gin_trgm_ops)
    where retired_on is null;
