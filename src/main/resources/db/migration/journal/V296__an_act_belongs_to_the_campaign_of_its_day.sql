-- The campaign that began last on this day; before all of them the first. Acts and statements of a day are its.
create function campaign_on(day date) returns text language sql stable parallel safe as $$
    select code from campaign order by first_day <= day desc, abs(first_day - day) limit 1
$$;

create function campaign_start(day date) returns date language sql stable parallel safe as $$
    select first_day from campaign order by first_day <= day desc, abs(first_day - day) limit 1
$$;
