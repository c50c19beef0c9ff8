-- Diets, accessibility and the door's ticks go 30 days after the event: they were for arranging it.
create or replace function events.needs_kept_until(ends_at timestamptz) returns timestamptz language sql immutable return ends_at + interval '30 days';

-- The fixed shape of a view <schema>.import_secret: what imports into an event hold no longer than until then, by field and table. Diets and accessibility go as in the register.
create or replace view events.import_secret as
select e.id as event_id, f as field, 'events.special_needs'::text as table_name, events.needs_kept_until(e.ends_at) as kept_until
from events.events e cross join unnest(array['diet', 'accessibility']) f;
