create or replace view events.event_search_entry as
select 'event'::text as kind, e.id, e.name as title,
       concat_ws(' · ', to_char(e.starts_at at time zone 'Europe/Helsinki', 'YYYY-MM-DD'), (select s.place from events.sessions s where s.event_id = e.id order by s.starts_at limit 1)) as subtitle,
       e.search_text, e.name as sort_key, array[e.kind] as roles, e.state = 'cancelled' as is_passive, null::text as only_for, null::text as shown_on, null::uuid as shown_on_id
from events.events e;
