-- 月报: one of an office for a month, from the draft to the lock.
create table monthly_return (
    id bigint generated always as identity primary key,
    version integer not null default 0,
    office_id bigint not null references office,
    office_path text collate "C" not null,
    office_name text not null,
    enterprise_id bigint check (enterprise_id is null),
    enterprise_name text check (enterprise_name is null),
    charge_path text collate "C" not null,
    shown_to_unit boolean not null default false check (not shown_to_unit),
    -- Of the bureau that carries out the campaign, which reports upward itself.
    top boolean not null,
    month date not null check (extract(day from month) = 1),
    state text not null default 'DRAFT'
        check (state in ('DRAFT', 'SUBMITTED', 'APPROVED', 'ACCEPTED', 'REPORTED', 'LOCKED')),
    revision integer not null default 1 check (revision > 0),
    nil boolean not null default false,
    progress text not null default '' check (length(progress) <= 4000),
    handed_in_on date,
    receipt text check (length(receipt) between 1 and 200),
    receipt_on date,
    searched text not null generated always as (office_name || ' ' || extract(year from month)::integer || '-'
        || lpad(extract(month from month)::integer::text, 2, '0')) stored,
    unique (office_id, month),
    check (state <> 'ACCEPTED' or not top),
    check (state <> 'REPORTED' or top),
    check (state <> 'REPORTED' or receipt is not null),
    check ((receipt is null) = (receipt_on is null))
);
create index monthly_return_office on monthly_return (office_path text_pattern_ops, month desc, id desc);
create index monthly_return_charge on monthly_return (charge_path text_pattern_ops, month desc, id desc);
create index monthly_return_newest on monthly_return (month desc, id desc);
create index monthly_return_waiting on monthly_return (state, office_path text_pattern_ops) where state <> 'LOCKED';
create index monthly_return_searched on monthly_return using gin (searched gin_trgm_ops);

-- Why a figure that looks wrong is right, for the checks that an explanation satisfies.
create table return_explanation (
    return_id bigint not null references monthly_return,
    name text not null check (name ~ '^[A-Za-z0-9]{1,40}$'),
    explanation text not null check (length(explanation) between 1 and 500),
    primary key (return_id, name)
);

create table return_step (
    return_id bigint not null references monthly_return,
    place integer not null,
    step text not null,
    seen_version integer not null,
    account_id bigint not null references account,
    by_name text not null,
    taken_on date not null,
    taken_at timestamptz not null,
    opinion text not null check (length(opinion) <= 1000),
    request_digest text not null default '' check (request_digest ~ '^([0-9a-f]{64})?$'),
    primary key (return_id, place),
    unique (return_id, seen_version)
);

-- What was handed in, frozen: figures, wording, edition of the rules, position of the journal, and the workbook.
create table return_submission (
    id bigint generated always as identity primary key,
    return_id bigint not null references monthly_return,
    place integer not null check (place > 0),
    revision integer not null check (revision > 0),
    statement_day date not null,
    position bigint not null check (position >= 0),
    base_id bigint references return_submission,
    base_day date not null check (base_day < statement_day),
    base_position bigint not null check (base_position between 0 and position),
    edition text not null,
    nil boolean not null,
    progress text not null,
    workbook bytea not null,
    sha256 text not null check (sha256 = encode(sha256(workbook), 'hex')),
    submitted_by bigint not null references account,
    submitted_by_name text not null,
    submitted_at timestamptz not null,
    unique (return_id, place)
);

-- Figures as counted, line 23 in yuan, with the words they stood beside.
create table return_figure (
    submission_id bigint not null references return_submission,
    line integer not null check (line between 1 and 41),
    item text not null,
    reading text not null,
    entries bigint not null check (entries >= 0),
    last numeric(20, 2) not null,
    period numeric(20, 2) not null,
    late numeric(20, 2) not null check (late >= 0),
    reversed numeric(20, 2) not null check (reversed >= 0),
    figure numeric(20, 2) not null check (figure >= 0),
    primary key (submission_id, line),
    check (last + period + late - reversed = figure)
);

create table return_remark (
    submission_id bigint not null references return_submission,
    name text not null,
    message text not null,
    explanation text not null check (length(explanation) between 1 and 500),
    primary key (submission_id, name)
);

create table return_urging (
    id bigint generated always as identity primary key,
    office_id bigint not null references office,
    month date not null check (extract(day from month) = 1),
    urged_on date not null,
    urged_by bigint not null references account,
    urged_by_name text not null,
    note text not null check (length(note) <= 500),
    unique (office_id, month, urged_on)
);

create function return_is_kept() returns trigger language plpgsql as $$
begin
    raise exception 'what was handed in is never changed' using errcode = 'restrict_violation';
end $$;
create trigger return_step_is_kept before update or delete on return_step
    for each row execute function return_is_kept();
create trigger return_submission_is_kept before update or delete or truncate on return_submission
    for each statement execute function return_is_kept();
create trigger return_figure_is_kept before update or delete or truncate on return_figure
    for each statement execute function return_is_kept();
create trigger return_remark_is_kept before update or delete or truncate on return_remark
    for each statement execute function return_is_kept();
create trigger return_urging_is_kept before update or delete or truncate on return_urging
    for each statement execute function return_is_kept();

-- Nothing is added to a submission after the transaction that made it.
create function return_is_complete() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from return_submission
            where id = new.submission_id and xmin = pg_current_xact_id()::xid) then
        raise exception 'what was handed in is never changed' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger return_figure_is_complete before insert on return_figure
    for each row execute function return_is_complete();
create trigger return_remark_is_complete before insert on return_remark
    for each row execute function return_is_complete();

-- Only a draft is written in; a revision begins by unlocking.
create function monthly_return_is_kept() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        if (new.office_id, new.month, new.top) is not distinct from (old.office_id, old.month, old.top)
            and (old.state = 'DRAFT' or (new.nil, new.progress) is not distinct from (old.nil, old.progress))
            and new.revision - old.revision = (case when old.state = 'LOCKED' and new.state = 'DRAFT' then 1 else 0 end)
        then
            return new;
        end if;
    end if;
    raise exception 'a return is changed only as a draft' using errcode = 'restrict_violation';
end $$;
create trigger monthly_return_is_kept before update or delete on monthly_return
    for each row execute function monthly_return_is_kept();

create function return_explanation_of_draft() returns trigger language plpgsql as $$
begin
    if exists (select 1 from monthly_return
            where id = coalesce(new.return_id, old.return_id) and state <> 'DRAFT') then
        raise exception 'a return is changed only as a draft' using errcode = 'restrict_violation';
    end if;
    return coalesce(new, old);
end $$;
create trigger return_explanation_of_draft before insert or update or delete on return_explanation
    for each row execute function return_explanation_of_draft();
