-- The short name of an office, with its bureau's before that of a 所 unless it says so itself: many 所 are called the same.
create function placed_name(of_path text) returns text language sql stable as $$
    select case when o.kind = 'FIELD_OFFICE' and not starts_with(o.short_name, above.short_name)
        then above.short_name || o.short_name else o.short_name end
    from office o left join office above on above.id = o.parent_id where o.path = of_path
$$;
