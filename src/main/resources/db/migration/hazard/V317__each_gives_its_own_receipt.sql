-- The bureau above and the local government each give a receipt.
alter table hazard_report_follow_up drop constraint hazard_report_follow_up_hazard_id_kind_key;
alter table hazard_report_follow_up add unique (hazard_id, kind, party);
