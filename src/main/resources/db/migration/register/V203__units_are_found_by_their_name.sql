-- A ledger names its units by name.
create index enterprise_name on enterprise (name);
