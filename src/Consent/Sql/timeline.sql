create or replace view consent.contact_timeline as
select e.contact_id, e.at, case when e.source = 'staff' and e.purpose like '%.%' then 'preference' else 'consent' end as kind, e.id::text as id, e.user_name as by_name,
       jsonb_strip_nulls(jsonb_build_object('purpose', e.purpose, 'kind', e.kind, 'source', e.source, 'fileName', e.file_name, 'row', e.row::text)) as details
from consent.events e
union all
select b.contact_id, b.set_at, 'block', b.id::text, b.set_by,
       jsonb_strip_nulls(jsonb_build_object('act', 'set', 'kind', b.kind, 'channel', b.channel, 'topic', b.topic, 'list', (select g.name from consent.target_groups g where g.id = b.list_id), 'reason', b.reason, 'source', b.source))
from consent.blocks b
union all
select b.contact_id, b.lifted_at, 'block', b.id::text || '-lifted', b.lifted_by,
       jsonb_strip_nulls(jsonb_build_object('act', 'lifted', 'kind', b.kind, 'channel', b.channel, 'topic', b.topic, 'list', (select g.name from consent.target_groups g where g.id = b.list_id), 'reason', b.reason))
from consent.blocks b where b.lifted_at is not null
union all
select c.contact_id, d.at, 'disclosure', d.id::text, d.user_name,
       jsonb_strip_nulls(jsonb_build_object('name', d.name, 'recipient', d.recipient, 'channel', d.channel, 'topic', d.topic, 'purpose', d.purpose, 'unit', d.unit))
from consent.disclosed_contacts c join consent.disclosures d on d.id = c.disclosure_id;

-- The days on which a mailing went to a person.
create or replace view consent.contact_mailing as
select c.contact_id, (d.at at time zone 'Europe/Helsinki')::date as day from consent.disclosed_contacts c join consent.disclosures d on d.id = c.disclosure_id;
