-- A unit may sign the printed record by hand; what proves its signature, refusal or absence is kept beside the record,
-- and the row holds the SHA-256 of that file.
alter table inspection_signature drop constraint inspection_signature_kind_check;
alter table inspection_signature add constraint inspection_signature_kind_check
    check (kind in ('INSPECTOR', 'UNIT_SIGNED', 'UNIT_PAPER', 'UNIT_REFUSED', 'UNIT_ABSENT'));
alter table inspection_signature add column scan_sha256 text check (scan_sha256 ~ '^[0-9a-f]{64}$');
alter table inspection_signature add constraint inspection_signature_on_paper_is_kept
    check (kind <> 'UNIT_PAPER' or scan_sha256 is not null);
alter table inspection_signature add constraint inspection_signature_scan_is_of_the_unit
    check (scan_sha256 is null or kind in ('UNIT_PAPER', 'UNIT_REFUSED', 'UNIT_ABSENT'));
