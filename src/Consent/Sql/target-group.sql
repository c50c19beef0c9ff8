-- What the ledger and the blocks say of people, for choosing them (accounts/Sql/target-group.sql has the shapes). Old text: a consent that stands, to words that were
-- replaced since. Unproven: from before the system, or with neither words nor file. Both are lists of people to ask anew.
create or replace view consent.target_group_field as
select s.contact_id, 'consent.given'::text as field, s.purpose as value, null::int as number, s.since::date as day from consent.standings s where s.state in ('given', 'confirmed')
union all
select s.contact_id, 'consent.no', s.purpose, null, s.since::date from consent.standings s where s.state in ('withdrawn', 'refused')
union all
select s.contact_id, 'consent.expired', s.purpose, null, s.since::date from consent.standings s where s.state = 'expired'
union all
select s.contact_id, 'consent.old-text', s.purpose, null, s.since::date
from consent.standings s join consent.events e on e.id = s.event_id
where s.state in ('given', 'confirmed') and e.text_id is not null
  and exists (select from consent.text_versions v where v.purpose = s.purpose and v.published_at is not null and v.replaced_at is null)
  and not exists (select from consent.text_versions v where v.purpose = s.purpose and v.published_at is not null and v.replaced_at is null and v.text_id = e.text_id)
union all
select s.contact_id, 'consent.unproven', s.purpose, null, s.since::date
from consent.standings s where s.state = 'legacy-unproven'
union all
select s.contact_id, 'consent.unproven', s.purpose, null, s.since::date
from consent.standings s join consent.events e on e.id = s.event_id and e.contact_id = s.contact_id and e.purpose = s.purpose
where s.state in ('given', 'confirmed') and e.text_id is null and e.file_name is null and e.file_sha256 is null and e.import_id is null
union all
select b.contact_id, 'consent.block', case when b.kind = 'objection' then 'objection' else coalesce(b.channel, 'all') end, null, b.set_at::date
from consent.blocks b where b.lifted_at is null and b.list_id is null
union all
select m.contact_id, 'list.member', m.group_id::text, null, m.added_at::date from consent.target_group_members m;

create or replace view consent.target_group_field_kind as
select * from (values
    ('consent.given', 'choice', array['is', 'days'], 'Suostumus voimassa', 'Consent that stands', 30),
    ('consent.no', 'choice', array['is', 'days'], 'Kielto tai peruutus', 'Refused or withdrawn', 31),
    ('consent.expired', 'choice', array['is', 'days'], 'Suostumus vanhentunut', 'Consent that has expired', 32),
    ('consent.old-text', 'choice', array['is', 'days'], 'Suostumus vanhaan tekstiin', 'Consent to an old text', 33),
    ('consent.unproven', 'choice', array['is', 'days'], 'Suostumus ilman todistetta', 'Consent without proof', 34),
    ('consent.block', 'choice', array['is', 'days'], 'Viestintäesto', 'Messaging block', 35),
    ('list.member', 'choice', array['is'], 'Käsin pidetty lista', 'List kept by hand', 40)
) as k(field, kind, operators, fi, en, position);

create or replace view consent.target_group_value as
select f.field, p.value, p.fi, p.en
from (values ('consent.given'), ('consent.no'), ('consent.expired'), ('consent.old-text'), ('consent.unproven')) as f(field)
cross join (
    select 'alumni' as value, 'alumnirekisteri' as fi, 'alumni register' as en
    union all select 'expert-pool', 'osaajapooli', 'expert pool'
    union all select c.code || '.' || t.code, t.fi || ', ' || c.fi, t.en || ', ' || c.en
    from (values ('email', 'sähköposti', 'email'), ('sms', 'tekstiviesti', 'text message'), ('phone', 'puhelin', 'phone'), ('post', 'posti', 'post')) as c(code, fi, en)
    cross join (values ('newsletter', 'uutiskirje', 'newsletter'), ('events', 'tapahtumat', 'events'), ('training', 'koulutukset', 'training'), ('alumni', 'alumniasiat', 'alumni matters'),
                       ('partnership', 'kumppanuus', 'partnership')) as t(code, fi, en)) p
union all
select 'consent.block', b.value, b.fi, b.en from (values
    ('all', 'kaikki kanavat', 'all channels'), ('email', 'sähköposti', 'email'), ('sms', 'tekstiviesti', 'text message'), ('phone', 'puhelin', 'phone'), ('post', 'posti', 'post'),
    ('objection', 'suoramarkkinoinnin vastustus', 'objection to direct marketing')) as b(value, fi, en)
union all
select 'list.member', g.id::text, g.name, g.name from consent.target_groups g where g.definition is null and g.is_shared and g.archived_at is null;
