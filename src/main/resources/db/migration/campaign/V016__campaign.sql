create table campaign (
    id bigint generated always as identity primary key,
    code text not null unique check (code ~ '^[A-Z0-9]{1,20}$'),
    title text not null check (length(title) between 1 and 100),
    first_day date not null,
    last_day date not null check (last_day >= first_day)
);

create table campaign_phase (
    campaign_id bigint not null references campaign,
    number integer not null check (number > 0),
    name text not null check (length(name) between 1 and 40),
    from_day date not null,
    to_day date not null check (to_day >= from_day),
    summary_due date not null,
    primary key (campaign_id, number)
);

create table campaign_task (
    campaign_id bigint not null references campaign,
    position integer not null check (position > 0),
    code text not null check (code ~ '^[0-9]+\.[0-9]+$'),
    title text not null check (length(title) between 1 and 200),
    lead_department text not null check (length(lead_department) between 1 and 40),
    cooperating_departments text[] not null default '{}',
    primary key (campaign_id, position),
    unique (campaign_id, code)
);

create table campaign_duty (
    campaign_id bigint not null references campaign,
    position integer not null check (position > 0),
    paragraph text not null check (length(paragraph) between 1 and 20),
    content text not null check (length(content) between 1 and 200),
    owners text[] not null default '{}',
    evidence text not null check (length(evidence) between 1 and 200),
    primary key (campaign_id, position)
);
