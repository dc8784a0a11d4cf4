-- What an office was reminded of on a day; the key lets one of several running copies send it, once.
create table hazard_reminder (
    office_id bigint not null references office,
    day date not null,
    sent_at timestamptz not null,
    overdue bigint not null check (overdue >= 0),
    this_week bigint not null check (this_week >= 0),
    recheck bigint not null check (recheck >= 0),
    to_determine bigint not null check (to_determine >= 0),
    to_report bigint not null check (to_report >= 0),
    primary key (office_id, day),
    check (overdue + this_week + recheck + to_determine + to_report > 0)
);
