-- The name of a request stands for what it said: the same name with other content is another save, on the version that
-- the earlier one made. A name saves once on one base.
alter table inspection_answer
    add column request_digest text not null default '' check (request_digest ~ '^([0-9a-f]{64})?$');
alter table inspection_answer drop constraint inspection_answer_inspection_id_request_key_key;
alter table inspection_answer add constraint inspection_answer_saved_once unique (inspection_id, request_key, base);
