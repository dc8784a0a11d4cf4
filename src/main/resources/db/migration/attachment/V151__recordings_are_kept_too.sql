alter table attachment drop constraint attachment_media_type_check;
alter table attachment add constraint attachment_media_type_check check (media_type in ('image/jpeg', 'image/png',
    'application/pdf', 'audio/mpeg', 'audio/mp4', 'audio/amr', 'audio/wav', 'video/mp4'));
