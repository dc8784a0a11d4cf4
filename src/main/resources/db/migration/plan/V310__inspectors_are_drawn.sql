-- 随机选派检查人员: a plan may draw two inspectors for each of its units.
alter table plan add column inspector_seed text;

-- The list that the inspectors of a task were drawn from: of its office, in the order of sha256(seed:unit:account), the
-- first two. Where fewer than two were left, nobody was drawn.
create table inspector_draw (
    task_id bigint primary key references inspection_task,
    plan_id bigint not null references plan,
    office_path text collate "C" not null,
    office_name text not null,
    enterprise_id bigint not null references enterprise,
    candidates bigint[] not null,
    -- those of the office who were left out, because they had withdrawn (回避) from an inspection of the unit
    withdrawn bigint[] not null,
    drawn bigint[] not null,
    check (not candidates && withdrawn),
    check (drawn <@ candidates),
    check (cardinality(drawn) = case when cardinality(candidates) < 2 then 0 else 2 end)
);
create index inspector_draw_plan on inspector_draw (plan_id);

create function inspector_draw_is_kept() returns trigger language plpgsql as $$
begin
    raise exception 'a draw of inspectors is never changed or deleted' using errcode = 'restrict_violation';
end $$;
create trigger inspector_draw_is_kept before update or delete or truncate on inspector_draw
    for each statement execute function inspector_draw_is_kept();
