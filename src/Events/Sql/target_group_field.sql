create or replace view events.target_group_field as
select p.contact_id, 'event.registered'::text as field, p.event_id::text as value, null::int as number, null::date as day from events.participants p where p.state <> 'cancelled'
union all
select p.contact_id, 'event.attended', p.event_id::text, null, null from events.participants p where p.state = 'attended'
union all
select p.contact_id, 'event.kind', e.kind, null, null from events.participants p join events.events e on e.id = p.event_id where p.state <> 'cancelled'
union all
select p.contact_id, 'event.state', p.state, null, null from events.participants p
union all
select p.contact_id, 'event.day', p.state, null, (e.starts_at at time zone 'Europe/Helsinki')::date from events.participants p join events.events e on e.id = p.event_id;

create or replace view events.target_group_field_kind as
select * from (values
    ('event.registered', 'choice', array['is'], 'Ilmoittautunut tilaisuuteen', 'Registered for the event', 40),
    ('event.attended', 'choice', array['is'], 'Osallistui tilaisuuteen', 'Attended the event', 41),
    ('event.kind', 'choice', array['is'], 'Tilaisuuden laji', 'Kind of the event', 42),
    ('event.state', 'choice', array['is'], 'Osallistumisen tila', 'State of the participation', 43),
    ('event.day', 'day', array['days', 'is'], 'Tilaisuuden päivä', 'Day of the event', 44)
) as k(field, kind, operators, fi, en, position);

create or replace view events.target_group_value as
select f.field, e.id::text as value, n.name as fi, n.name as en
from events.events e cross join (values ('event.registered'), ('event.attended')) f(field)
cross join lateral (select e.name || ' (' || to_char(e.starts_at at time zone 'Europe/Helsinki', 'YYYY-MM-DD') || ')' as name) n
where e.starts_at > now() - interval '5 years'
union all
select * from (values
    ('event.kind', 'continuing-education', 'Täydennyskoulutus', 'Continuing education'), ('event.kind', 'event', 'Tilaisuus', 'Event'), ('event.kind', 'rdi-event', 'TKI-tilaisuus', 'RDI event'),
    ('event.state', 'registered', 'Ilmoittautunut', 'Registered'), ('event.state', 'attended', 'Osallistunut', 'Attended'), ('event.state', 'cancelled', 'Peruutettu', 'Cancelled'),
    ('event.state', 'no-show', 'Ei saapunut', 'Did not come'),
    ('event.day', 'registered', 'Ilmoittautunut', 'Registered'), ('event.day', 'attended', 'Osallistunut', 'Attended'), ('event.day', 'cancelled', 'Peruutettu', 'Cancelled'),
    ('event.day', 'no-show', 'Ei saapunut', 'Did not come')
) v(field, value, fi, en);
