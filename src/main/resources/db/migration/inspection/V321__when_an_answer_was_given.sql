-- An answer that waited on the phone for a network was given before it was saved; null in rows from before: when saved.
alter table inspection_answer add said_at timestamptz check (said_at <= saved_at);
