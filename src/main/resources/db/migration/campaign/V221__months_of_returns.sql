-- The months for which returns are handed in: up to which day the acts count, and the last day, included, to hand in.
create table campaign_month (
    campaign_id bigint not null references campaign,
    month date not null check (extract(day from month) = 1),
    cut_off date not null,
    county_due date not null check (county_due >= cut_off),
    top_due date not null check (top_due >= county_due),
    primary key (campaign_id, month),
    unique (campaign_id, cut_off)
);
