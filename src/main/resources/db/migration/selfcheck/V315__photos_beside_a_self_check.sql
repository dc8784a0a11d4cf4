-- Photos and papers that a unit puts beside a problem it found: of the problem, and after it was put right.
create table self_check_photo (
    self_check_id bigint not null references self_check,
    position integer not null check (position > 0),
    after boolean not null,
    attachment_id bigint not null references attachment,
    primary key (self_check_id, position, after, attachment_id)
);
create trigger self_check_photo_is_kept before update or delete on self_check_photo
    for each row execute function self_check_is_kept();
