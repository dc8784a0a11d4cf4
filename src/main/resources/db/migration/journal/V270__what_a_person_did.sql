-- What one person did, in order of its days.
create index journal_person on journal_entry (by_account_id, occurred_on);
