alter table campaign add version integer not null default 0;

-- Campaigns follow each other: every day belongs to at most one, and so does every month of returns.
alter table campaign add constraint campaigns_follow_each_other
    exclude using gist (daterange(first_day, last_day, '[]') with &&);
create unique index campaign_month_once on campaign_month (month);

-- Tasks of a campaign that was set up here may be called anything.
alter table campaign_task drop constraint campaign_task_code_check;
alter table campaign_task add constraint campaign_task_code_check check (length(code) between 1 and 10);

-- Who is in the task force (工作专班), and was.
create table campaign_member (
    id bigint generated always as identity primary key,
    campaign_id bigint not null references campaign,
    duty text not null check (duty in ('LEADER', 'DEPUTY', 'MEMBER', 'LIAISON')),
    office_id bigint not null references office,
    name text not null check (length(name) between 1 and 40),
    post text not null default '' check (length(post) <= 60),
    phone text not null default '' check (length(phone) <= 40),
    from_day date not null,
    to_day date check (to_day >= from_day)
);
create index campaign_member_campaign on campaign_member (campaign_id, id);

-- What was changed in a campaign's data, by whom and why.
create table campaign_change (
    id bigint generated always as identity primary key,
    campaign_id bigint not null references campaign,
    title text not null check (length(title) between 1 and 200),
    account text not null check (length(account) between 1 and 1000),
    reason text not null check (length(reason) between 1 and 200),
    by_account_id bigint not null references account,
    by_name text not null,
    by_office text not null,
    changed_at timestamptz not null
);
create index campaign_change_campaign on campaign_change (campaign_id, id desc);
create function campaign_change_is_kept() returns trigger language plpgsql as $$
begin
    raise exception 'what was changed in a campaign stays written' using errcode = 'restrict_violation';
end $$;
create trigger campaign_change_is_kept before update or delete or truncate on campaign_change
    for each statement execute function campaign_change_is_kept();
alter table campaign_change enable always trigger campaign_change_is_kept;
