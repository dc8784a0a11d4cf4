-- The 41 figures of the whole city in one pass, as somebody would write it for this purpose alone.
with net as (
    select act, role, licence_state,
        case
            when act in ('INSPECTED', 'INTERVIEWED', 'CORRECTION_ORDERED', 'SUSPENSION_ORDERED', 'UNLICENSED_SHUT_DOWN',
                'UNIT_LICENCE_REVOKED', 'LISTED_AS_DISHONEST') then enterprise_id::text
            when act = 'TASK_FORCE_FOUNDED' then office_id::text
            when act in ('CASE_EXPOSED', 'CASE_DESIGNATED_MAJOR', 'PERSON_PENALISED', 'CCC_CERTIFICATE_SUSPENDED',
                'CCC_CERTIFICATE_REVOKED', 'PERSON_CERTIFICATE_REVOKED', 'TRANSFER_RECEIVED', 'SUPERVISOR_TRAINED',
                'CYLINDER_STAFF_TRAINED', 'APPLIANCE_STAFF_TRAINED') then subject
        end as key,
        sum(sign) as n, sum(sign * quantity) as quantity
    from journal_entry
    where campaign = 'GAS2023' and occurred_on between '2023-09-01' and '2023-11-15'
        and office_path like (select path || '%' from office where code = 'city')
    group by 1, 2, 3, 4
)
select
    count(distinct key) filter (where n > 0 and act = 'CASE_EXPOSED'),
    count(distinct key) filter (where n > 0 and act = 'CASE_DESIGNATED_MAJOR'),
    count(distinct key) filter (where n > 0 and act = 'PERSON_PENALISED'),
    sum(quantity) filter (where act = 'VISIT_MADE'),
    count(distinct key) filter (where n > 0 and act = 'INSPECTED' and role in ('FILLING_STATION', 'LPG_OPERATOR')),
    count(distinct key) filter (where n > 0 and act = 'INSPECTED' and role = 'CYLINDER_MAKER'),
    count(distinct key) filter (where n > 0 and act = 'INSPECTED' and role = 'FILLING_STATION'
        and licence_state in ('LICENSED', 'LAPSED')),
    count(distinct key) filter (where n > 0 and act = 'INSPECTED' and role = 'CYLINDER_INSPECTION_BODY'),
    sum(n) filter (where act = 'APPLIANCE_SAMPLED'),
    count(distinct key) filter (where n > 0 and act = 'INSPECTED' and role = 'APPLIANCE_PRODUCER'),
    count(distinct key) filter (where n > 0 and act = 'INSPECTED' and role = 'APPLIANCE_SELLER'),
    count(distinct key) filter (where n > 0 and act = 'INSPECTED' and role = 'PIPELINE_USER'),
    count(distinct key) filter (where n > 0 and act = 'INSPECTED' and role = 'PIPELINE_INSPECTION_BODY'),
    count(distinct key) filter (where n > 0 and act = 'INTERVIEWED'),
    sum(n) filter (where act = 'CASE_FILED'),
    count(distinct key) filter (where n > 0 and act = 'CORRECTION_ORDERED'),
    sum(quantity) filter (where act = 'GOODS_CONFISCATED'),
    count(distinct key) filter (where n > 0 and act in ('SUSPENSION_ORDERED', 'UNLICENSED_SHUT_DOWN')),
    sum(n) filter (where act = 'DIRECTIVE_ISSUED'),
    count(distinct key) filter (where n > 0 and act in ('CCC_CERTIFICATE_SUSPENDED', 'CCC_CERTIFICATE_REVOKED')),
    count(distinct key) filter (where n > 0 and act = 'UNIT_LICENCE_REVOKED'),
    count(distinct key) filter (where n > 0 and act = 'PERSON_CERTIFICATE_REVOKED'),
    sum(quantity) filter (where act in ('FINE_DECIDED', 'GAINS_CONFISCATED')),
    count(distinct key) filter (where n > 0 and act = 'TRANSFER_RECEIVED'),
    count(distinct key) filter (where n > 0 and act = 'LISTED_AS_DISHONEST'),
    sum(n) filter (where act = 'ENFORCEMENT_GUIDE_ISSUED'),
    count(distinct key) filter (where n > 0 and act = 'TASK_FORCE_FOUNDED'),
    sum(n) filter (where act = 'SYSTEM_DOCUMENT_ISSUED'),
    sum(n) filter (where act = 'NATIONAL_GUIDANCE_ISSUED'),
    sum(n) filter (where act = 'LOCAL_GUIDANCE_ISSUED'),
    sum(n) filter (where act = 'ASSOCIATION_PLEDGED'),
    count(distinct key) filter (where n > 0 and act = 'SUPERVISOR_TRAINED')
        + coalesce(sum(quantity) filter (where act = 'SUPERVISORS_TRAINED_BY_HEAD_COUNT'), 0),
    count(distinct key) filter (where n > 0 and act = 'CYLINDER_STAFF_TRAINED')
        + coalesce(sum(quantity) filter (where act = 'CYLINDER_STAFF_TRAINED_BY_HEAD_COUNT'), 0),
    count(distinct key) filter (where n > 0 and act = 'APPLIANCE_STAFF_TRAINED')
        + coalesce(sum(quantity) filter (where act = 'APPLIANCE_STAFF_TRAINED_BY_HEAD_COUNT'), 0),
    sum(quantity) filter (where act = 'TRAINING_MATERIAL_HANDED_OUT'),
    sum(n) filter (where act = 'TRAINING_CLASS_HELD'),
    sum(n) filter (where act = 'MEDIA_REPORT_PUBLISHED'),
    sum(n) filter (where act = 'PUBLICITY_EVENT_HELD'),
    sum(n) filter (where act = 'PUBLICITY_PRODUCT_RELEASED'),
    sum(quantity) filter (where act = 'AUDIENCE_REACHED'),
    (select sum(quantity) from (
        select distinct on (subject) quantity from journal_entry posted
        where act = 'VIEWS_READ' and sign = 1 and occurred_on between '2023-09-01' and '2023-11-15'
            and office_path like (select path || '%' from office where code = 'city')
            and not exists (select from journal_entry reversal where reversal.reverses = posted.position)
        order by subject, occurred_on desc, position desc) last)
from net;
