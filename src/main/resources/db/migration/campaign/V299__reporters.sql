-- How a bureau reports in a campaign, when it doesn't work in the system (办理并报送), which needs no row.
create table campaign_reporter (
    campaign_id bigint not null references campaign,
    office_id bigint not null references office,
    manner text not null check (manner in ('BY_FILE', 'NOT_REPORTING')),
    primary key (campaign_id, office_id)
);
create index campaign_reporter_office on campaign_reporter (office_id);

-- Whether the offices of this path hand in files for the campaign of this day and so do nothing in the system.
create function reports_by_file(day date, acting text) returns boolean language sql stable as $$
    select exists (
        select 1 from campaign_reporter reporter
        join campaign on campaign.id = reporter.campaign_id
        join office on office.id = reporter.office_id
        where reporter.manner = 'BY_FILE' and campaign.code = campaign_on(day) and starts_with(acting, office.path))
$$;
