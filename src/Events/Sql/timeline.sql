create or replace view events.contact_timeline as
select p.contact_id, l.at, 'event'::text as kind, 'event-' || l.act || '-' || p.id as id, null::text as by_name,
       jsonb_strip_nulls(jsonb_build_object('eventId', e.id, 'event', e.name, 'eventKind', e.kind, 'act', l.act, 'startsAt', e.starts_at, 'account', coalesce(a.name, p.organisation), 'accountId', a.id)) as details
from events.participants p
join events.events e on e.id = p.event_id
left join accounts.account_card a on a.id = p.account_id
cross join lateral (select 'registered' as act, p.registered_at as at union all select p.state, p.state_at where p.state <> 'registered' and p.state_at is not null) l;

-- One line an event: a hundred people of one organisation at one event are told of once.
create or replace view events.account_timeline as
select p.account_id, e.starts_at as at, 'event'::text as kind, 'event-' || e.id as id, null::text as by_name,
       jsonb_build_object('eventId', e.id, 'event', e.name, 'eventKind', e.kind, 'act', 'represented', 'participants', count(*), 'attended', count(*) filter (where p.state = 'attended')) as details,
       array_agg(p.contact_id) as people
from events.participants p join events.events e on e.id = p.event_id
where p.account_id is not null and p.state <> 'cancelled' group by p.account_id, e.id
union all
select e.account_id, e.starts_at, 'event', 'event-arranged-' || e.id, e.created_by, jsonb_build_object('eventId', e.id, 'event', e.name, 'eventKind', e.kind, 'act', 'arranged'), '{}'
from events.events e where e.account_id is not null;

-- Retention counts from the last event, not from the first.
create or replace view events.last_activity as
select p.contact_id, e.ends_at as at from events.participants p join events.events e on e.id = p.event_id where p.state <> 'cancelled';
