-- A filter of the ledger that a person comes back to.
create table hazard_saved_view (
    id bigint generated always as identity primary key,
    account_id bigint not null references account,
    name text not null check (length(name) between 1 and 20),
    address text not null check (address ~ '^/hazards[?]' and length(address) <= 2000),
    unique (account_id, name)
);
