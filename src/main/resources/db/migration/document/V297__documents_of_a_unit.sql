-- All documents of one unit, for the file with its papers.
create index issued_document_enterprise on issued_document (enterprise_id, id);
