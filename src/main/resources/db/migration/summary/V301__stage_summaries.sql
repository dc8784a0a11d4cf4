-- 阶段总结 as people finished them; every version stays.
create table stage_summary (
    id bigint generated always as identity primary key,
    campaign_id bigint not null references campaign,
    phase integer not null,
    office_id bigint not null references office,
    office_path text collate "C" not null,
    version integer not null check (version > 0),
    file_name text not null check (length(file_name) between 1 and 100),
    content bytea not null check (octet_length(content) between 1 and 20971520),
    sha256 text not null check (sha256 = encode(sha256(content), 'hex')),
    note text not null check (length(note) <= 200),
    by_account_id bigint not null references account,
    by_name text not null,
    uploaded_at timestamptz not null,
    uploaded_on date not null,
    foreign key (campaign_id, phase) references campaign_phase (campaign_id, number),
    unique (campaign_id, phase, office_id, version),
    -- The same file again is the same version.
    unique (campaign_id, phase, office_id, sha256)
);
create index stage_summary_office on stage_summary (office_path text_pattern_ops, campaign_id, phase, version desc);

create function stage_summary_is_kept() returns trigger language plpgsql as $$
begin
    raise exception 'a stage summary that was handed in stays' using errcode = 'restrict_violation';
end $$;
create trigger stage_summary_is_kept before update or delete or truncate on stage_summary
    for each statement execute function stage_summary_is_kept();
alter table stage_summary enable always trigger stage_summary_is_kept;
