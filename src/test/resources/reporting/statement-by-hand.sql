-- The 41 lines written out by hand, from the table of meanings and not from the product's rules.
-- :path is the office's path, :day the statement's day. A line begins with its number.

-- 1
select count(*) from (select subject from journal_entry where act = 'CASE_EXPOSED' and occurred_on >= '2023-09-01' and occurred_on <= :day and left(office_path, length(:path)) = :path group by subject having sum(sign) > 0) s;
-- 2
select count(*) from (select subject from journal_entry where act = 'CASE_DESIGNATED_MAJOR' and occurred_on >= '2023-09-01' and occurred_on <= :day and left(office_path, length(:path)) = :path group by subject having sum(sign) > 0) s;
-- 3
select count(*) from (select subject from journal_entry where act = 'PERSON_PENALISED' and occurred_on >= '2023-09-01' and occurred_on <= :day and left(office_path, length(:path)) = :path group by subject having sum(sign) > 0) s;
-- 4
select coalesce(sum(sign * quantity), 0) from journal_entry where act = 'VISIT_MADE' and occurred_on >= '2023-09-01' and occurred_on <= :day and left(office_path, length(:path)) = :path;
-- 5
select count(*) from (select enterprise_id from journal_entry where act = 'INSPECTED' and (role = 'FILLING_STATION' or role = 'LPG_OPERATOR') and occurred_on >= '2023-09-01' and occurred_on <= :day and left(office_path, length(:path)) = :path group by enterprise_id having sum(sign) > 0) s;
-- 6
select count(*) from (select enterprise_id from journal_entry where act = 'INSPECTED' and role = 'CYLINDER_MAKER' and occurred_on >= '2023-09-01' and occurred_on <= :day and left(office_path, length(:path)) = :path group by enterprise_id having sum(sign) > 0) s;
-- 7
select count(*) from (select enterprise_id from journal_entry where act = 'INSPECTED' and role = 'FILLING_STATION' and licence_state <> 'UNLICENSED' and occurred_on >= '2023-09-01' and occurred_on <= :day and left(office_path, length(:path)) = :path group by enterprise_id having sum(sign) > 0) s;
-- 8
select count(*) from (select enterprise_id from journal_entry where act = 'INSPECTED' and role = 'CYLINDER_INSPECTION_BODY' and occurred_on >= '2023-09-01' and occurred_on <= :day and left(office_path, length(:path)) = :path group by enterprise_id having sum(sign) > 0) s;
-- 9
select coalesce(sum(sign), 0) from journal_entry where act = 'APPLIANCE_SAMPLED' and occurred_on >= '2023-09-01' and occurred_on <= :day and left(office_path, length(:path)) = :path;
-- 10
select count(*) from (select enterprise_id from journal_entry where act = 'INSPECTED' and role = 'APPLIANCE_PRODUCER' and occurred_on >= '2023-09-01' and occurred_on <= :day and left(office_path, length(:path)) = :path group by enterprise_id having sum(sign) > 0) s;
-- 11
select count(*) from (select enterprise_id from journal_entry where act = 'INSPECTED' and role = 'APPLIANCE_SELLER' and occurred_on >= '2023-09-01' and occurred_on <= :day and left(office_path, length(:path)) = :path group by enterprise_id having sum(sign) > 0) s;
-- 12
select count(*) from (select enterprise_id from journal_entry where act = 'INSPECTED' and role = 'PIPELINE_USER' and occurred_on >= '2023-09-01' and occurred_on <= :day and left(office_path, length(:path)) = :path group by enterprise_id having sum(sign) > 0) s;
-- 13
select count(*) from (select enterprise_id from journal_entry where act = 'INSPECTED' and role = 'PIPELINE_INSPECTION_BODY' and occurred_on >= '2023-09-01' and occurred_on <= :day and left(office_path, length(:path)) = :path group by enterprise_id having sum(sign) > 0) s;
-- 14
select count(*) from (select enterprise_id from journal_entry where act = 'INTERVIEWED' and occurred_on >= '2023-09-01' and occurred_on <= :day and left(office_path, length(:path)) = :path group by enterprise_id having sum(sign) > 0) s;
-- 15
select coalesce(sum(sign), 0) from journal_entry where act = 'CASE_FILED' and occurred_on >= '2023-09-01' and occurred_on <= :day and left(office_path, length(:path)) = :path;
-- 16
select count(*) from (select enterprise_id from journal_entry where act = 'CORRECTION_ORDERED' and occurred_on >= '2023-09-01' and occurred_on <= :day and left(office_path, length(:path)) = :path group by enterprise_id having sum(sign) > 0) s;
-- 17
select coalesce(sum(sign * quantity), 0) from journal_entry where act = 'GOODS_CONFISCATED' and occurred_on >= '2023-09-01' and occurred_on <= :day and left(office_path, length(:path)) = :path;
-- 18
select count(*) from (select enterprise_id from journal_entry where (act = 'SUSPENSION_ORDERED' or act = 'UNLICENSED_SHUT_DOWN') and occurred_on >= '2023-09-01' and occurred_on <= :day and left(office_path, length(:path)) = :path group by enterprise_id having sum(sign) > 0) s;
-- 19
select coalesce(sum(sign), 0) from journal_entry where act = 'DIRECTIVE_ISSUED' and occurred_on >= '2023-09-01' and occurred_on <= :day and left(office_path, length(:path)) = :path;
-- 20
select count(*) from (select subject from journal_entry where (act = 'CCC_CERTIFICATE_SUSPENDED' or act = 'CCC_CERTIFICATE_REVOKED') and occurred_on >= '2023-09-01' and occurred_on <= :day and left(office_path, length(:path)) = :path group by subject having sum(sign) > 0) s;
-- 21
select count(*) from (select enterprise_id from journal_entry where act = 'UNIT_LICENCE_REVOKED' and occurred_on >= '2023-09-01' and occurred_on <= :day and left(office_path, length(:path)) = :path group by enterprise_id having sum(sign) > 0) s;
-- 22
select count(*) from (select subject from journal_entry where act = 'PERSON_CERTIFICATE_REVOKED' and occurred_on >= '2023-09-01' and occurred_on <= :day and left(office_path, length(:path)) = :path group by subject having sum(sign) > 0) s;
-- 23
select coalesce(sum(sign * quantity), 0) from journal_entry where (act = 'FINE_DECIDED' or act = 'GAINS_CONFISCATED') and occurred_on >= '2023-09-01' and occurred_on <= :day and left(office_path, length(:path)) = :path;
-- 24
select count(*) from (select subject from journal_entry where act = 'TRANSFER_RECEIVED' and occurred_on >= '2023-09-01' and occurred_on <= :day and left(office_path, length(:path)) = :path group by subject having sum(sign) > 0) s;
-- 25
select count(*) from (select enterprise_id from journal_entry where act = 'LISTED_AS_DISHONEST' and occurred_on >= '2023-09-01' and occurred_on <= :day and left(office_path, length(:path)) = :path group by enterprise_id having sum(sign) > 0) s;
-- 26
select coalesce(sum(sign), 0) from journal_entry where act = 'ENFORCEMENT_GUIDE_ISSUED' and occurred_on >= '2023-09-01' and occurred_on <= :day and left(office_path, length(:path)) = :path;
-- 27
select count(*) from (select office_id from journal_entry where act = 'TASK_FORCE_FOUNDED' and occurred_on >= '2023-09-01' and occurred_on <= :day and left(office_path, length(:path)) = :path group by office_id having sum(sign) > 0) s;
-- 28
select coalesce(sum(sign), 0) from journal_entry where act = 'SYSTEM_DOCUMENT_ISSUED' and occurred_on >= '2023-09-01' and occurred_on <= :day and left(office_path, length(:path)) = :path;
-- 29
select coalesce(sum(sign), 0) from journal_entry where act = 'NATIONAL_GUIDANCE_ISSUED' and occurred_on >= '2023-09-01' and occurred_on <= :day and left(office_path, length(:path)) = :path;
-- 30
select coalesce(sum(sign), 0) from journal_entry where act = 'LOCAL_GUIDANCE_ISSUED' and occurred_on >= '2023-09-01' and occurred_on <= :day and left(office_path, length(:path)) = :path;
-- 31
select coalesce(sum(sign), 0) from journal_entry where act = 'ASSOCIATION_PLEDGED' and occurred_on >= '2023-09-01' and occurred_on <= :day and left(office_path, length(:path)) = :path;
-- 32
select (select count(*) from (select subject from journal_entry where act = 'SUPERVISOR_TRAINED' and occurred_on >= '2023-09-01' and occurred_on <= :day and left(office_path, length(:path)) = :path group by subject having sum(sign) > 0) s)
     + (select coalesce(sum(sign * quantity), 0) from journal_entry where act = 'SUPERVISORS_TRAINED_BY_HEAD_COUNT' and occurred_on >= '2023-09-01' and occurred_on <= :day and left(office_path, length(:path)) = :path);
-- 33
select (select count(*) from (select subject from journal_entry where act = 'CYLINDER_STAFF_TRAINED' and occurred_on >= '2023-09-01' and occurred_on <= :day and left(office_path, length(:path)) = :path group by subject having sum(sign) > 0) s)
     + (select coalesce(sum(sign * quantity), 0) from journal_entry where act = 'CYLINDER_STAFF_TRAINED_BY_HEAD_COUNT' and occurred_on >= '2023-09-01' and occurred_on <= :day and left(office_path, length(:path)) = :path);
-- 34
select (select count(*) from (select subject from journal_entry where act = 'APPLIANCE_STAFF_TRAINED' and occurred_on >= '2023-09-01' and occurred_on <= :day and left(office_path, length(:path)) = :path group by subject having sum(sign) > 0) s)
     + (select coalesce(sum(sign * quantity), 0) from journal_entry where act = 'APPLIANCE_STAFF_TRAINED_BY_HEAD_COUNT' and occurred_on >= '2023-09-01' and occurred_on <= :day and left(office_path, length(:path)) = :path);
-- 35
select coalesce(sum(sign * quantity), 0) from journal_entry where act = 'TRAINING_MATERIAL_HANDED_OUT' and occurred_on >= '2023-09-01' and occurred_on <= :day and left(office_path, length(:path)) = :path;
-- 36
select coalesce(sum(sign), 0) from journal_entry where act = 'TRAINING_CLASS_HELD' and occurred_on >= '2023-09-01' and occurred_on <= :day and left(office_path, length(:path)) = :path;
-- 37
select coalesce(sum(sign), 0) from journal_entry where act = 'MEDIA_REPORT_PUBLISHED' and occurred_on >= '2023-09-01' and occurred_on <= :day and left(office_path, length(:path)) = :path;
-- 38
select coalesce(sum(sign), 0) from journal_entry where act = 'PUBLICITY_EVENT_HELD' and occurred_on >= '2023-09-01' and occurred_on <= :day and left(office_path, length(:path)) = :path;
-- 39
select coalesce(sum(sign), 0) from journal_entry where act = 'PUBLICITY_PRODUCT_RELEASED' and occurred_on >= '2023-09-01' and occurred_on <= :day and left(office_path, length(:path)) = :path;
-- 40
select coalesce(sum(sign * quantity), 0) from journal_entry where act = 'AUDIENCE_REACHED' and occurred_on >= '2023-09-01' and occurred_on <= :day and left(office_path, length(:path)) = :path;
-- 41
select coalesce(sum(quantity), 0) from (select distinct on (subject) quantity from journal_entry v where act = 'VIEWS_READ' and sign = 1 and position not in (select reverses from journal_entry where reverses is not null) and occurred_on >= '2023-09-01' and occurred_on <= :day and left(office_path, length(:path)) = :path order by subject, occurred_on desc, position desc) s;
