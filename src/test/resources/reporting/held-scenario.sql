-- The 41 figures of held-scenario.csv, worked out from its rows and the table of meanings alone: no journal, no rule of
-- the product. :rows are the rows as JSON, :office whose figures, :day the last day that counts, :known the last day of
-- recording that is known.
with told as (
    select * from json_to_recordset(cast(:rows as json)) as row(no integer, recorded date, office text, act text, day date,
        unit integer, role text, licence text, subject text, quantity numeric, takes_back integer)
    where recorded <= :known
), place (office, within) as (
    values ('city', 'city'),
        ('north', 'city'), ('north', 'north'), ('north-field', 'city'), ('north-field', 'north'),
        ('south', 'city'), ('south', 'south'), ('south-field', 'city'), ('south-field', 'south')
), own as (
    select told.* from told join place on place.office = told.office and place.within = :office
    where takes_back is null
    and not exists (select from told later where later.takes_back = told.no)
    and day between date '2023-09-01' and :day
), inspected as (
    select * from own where act = 'INSPECTED'
)
select 1 as line, (select count(distinct subject) from own where act = 'CASE_EXPOSED')::numeric as figure
union all select 2, (select count(distinct subject) from own where act = 'CASE_DESIGNATED_MAJOR')
union all select 3, (select count(distinct subject) from own where act = 'PERSON_PENALISED')
union all select 4, (select coalesce(sum(quantity), 0) from own where act = 'VISIT_MADE')
union all select 5, (select count(distinct unit) from inspected where role in ('FILLING_STATION', 'LPG_OPERATOR'))
union all select 6, (select count(distinct unit) from inspected where role = 'CYLINDER_MAKER')
union all select 7, (select count(distinct unit) from inspected where role = 'FILLING_STATION' and licence in ('LICENSED', 'LAPSED'))
union all select 8, (select count(distinct unit) from inspected where role = 'CYLINDER_INSPECTION_BODY')
union all select 9, (select count(*) from own where act = 'APPLIANCE_SAMPLED')
union all select 10, (select count(distinct unit) from inspected where role = 'APPLIANCE_PRODUCER')
union all select 11, (select count(distinct unit) from inspected where role = 'APPLIANCE_SELLER')
union all select 12, (select count(distinct unit) from inspected where role = 'PIPELINE_USER')
union all select 13, (select count(distinct unit) from inspected where role = 'PIPELINE_INSPECTION_BODY')
union all select 14, (select count(distinct unit) from own where act = 'INTERVIEWED')
union all select 15, (select count(*) from own where act = 'CASE_FILED')
union all select 16, (select count(distinct unit) from own where act = 'CORRECTION_ORDERED')
union all select 17, (select coalesce(sum(quantity), 0) from own where act = 'GOODS_CONFISCATED')
union all select 18, (select count(distinct unit) from own where act in ('SUSPENSION_ORDERED', 'UNLICENSED_SHUT_DOWN'))
union all select 19, (select count(*) from own where act = 'DIRECTIVE_ISSUED')
union all select 20, (select count(distinct subject) from own where act like 'CCC_CERTIFICATE_%')
union all select 21, (select count(distinct unit) from own where act = 'UNIT_LICENCE_REVOKED')
union all select 22, (select count(distinct subject) from own where act = 'PERSON_CERTIFICATE_REVOKED')
union all select 23, (select coalesce(sum(quantity), 0) from own where act in ('FINE_DECIDED', 'GAINS_CONFISCATED'))
union all select 24, (select count(distinct subject) from own where act = 'TRANSFER_RECEIVED')
union all select 25, (select count(distinct unit) from own where act = 'LISTED_AS_DISHONEST')
union all select 26, (select count(*) from own where act = 'ENFORCEMENT_GUIDE_ISSUED')
union all select 27, (select count(distinct office) from own where act = 'TASK_FORCE_FOUNDED')
union all select 28, (select count(*) from own where act = 'SYSTEM_DOCUMENT_ISSUED')
union all select 29, (select count(*) from own where act = 'NATIONAL_GUIDANCE_ISSUED')
union all select 30, (select count(*) from own where act = 'LOCAL_GUIDANCE_ISSUED')
union all select 31, (select count(*) from own where act = 'ASSOCIATION_PLEDGED')
union all select 32, (select count(distinct subject) from own where act = 'SUPERVISOR_TRAINED')
    + (select coalesce(sum(quantity), 0) from own where act = 'SUPERVISORS_TRAINED_BY_HEAD_COUNT')
union all select 33, (select count(distinct subject) from own where act = 'CYLINDER_STAFF_TRAINED')
    + (select coalesce(sum(quantity), 0) from own where act = 'CYLINDER_STAFF_TRAINED_BY_HEAD_COUNT')
union all select 34, (select count(distinct subject) from own where act = 'APPLIANCE_STAFF_TRAINED')
    + (select coalesce(sum(quantity), 0) from own where act = 'APPLIANCE_STAFF_TRAINED_BY_HEAD_COUNT')
union all select 35, (select coalesce(sum(quantity), 0) from own where act = 'TRAINING_MATERIAL_HANDED_OUT')
union all select 36, (select count(*) from own where act = 'TRAINING_CLASS_HELD')
union all select 37, (select count(*) from own where act = 'MEDIA_REPORT_PUBLISHED')
union all select 38, (select count(*) from own where act = 'PUBLICITY_EVENT_HELD')
union all select 39, (select count(*) from own where act = 'PUBLICITY_PRODUCT_RELEASED')
union all select 40, (select coalesce(sum(quantity), 0) from own where act = 'AUDIENCE_REACHED')
union all select 41, (select coalesce(sum(quantity), 0) from (
    select distinct on (subject) quantity from own where act = 'VIEWS_READ' order by subject, day desc, no desc) last)
order by line
