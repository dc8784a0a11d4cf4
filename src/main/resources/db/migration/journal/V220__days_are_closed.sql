-- What was known at the end of each day: entries up to this position.
create table journal_close (
    day date primary key,
    position bigint not null check (position >= 0),
    closed_at timestamptz not null
);

create function journal_close_is_kept() returns trigger language plpgsql as $$
begin
    raise exception 'a day is closed once' using errcode = 'restrict_violation';
end $$;
create trigger journal_close_is_kept before update or delete or truncate on journal_close
    for each statement execute function journal_close_is_kept();
alter table journal_close enable always trigger journal_close_is_kept;
