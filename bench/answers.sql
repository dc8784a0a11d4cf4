\set inspection random(1, 200)
\set item random(1, 52)
insert into bench_answer (inspection_id, position, version, base, stands, request_key, request_digest, verdict, saved_by, saved_by_name, saved_at)
values (:inspection, :item, 1, 0, true, 'bench-' || :inspection || '-' || :item, '', 'COMPLIANT', 1, '演示员甲', now())
on conflict (inspection_id, position, version) do update set verdict = excluded.verdict, saved_at = excluded.saved_at;
