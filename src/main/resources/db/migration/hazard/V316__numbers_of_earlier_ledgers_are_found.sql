-- People look for a hazard under the number that it had in the ledger it was taken over from.
alter table hazard add kept_number text not null default '' check (length(kept_number) <= 60);
alter table hazard drop search;
alter table hazard add search text not null
    generated always as (lower(number || ' ' || enterprise_name || ' ' || problem || ' ' || kept_number)) stored;
create index hazard_search on hazard using gin (search gin_trgm_ops);
update hazard set kept_number = k.kept_number
from hazard_kept k where k.hazard_id = hazard.id and k.kept_number is not null;
