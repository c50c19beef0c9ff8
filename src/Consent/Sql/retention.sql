-- When somebody last did something with us, as each module knows it: its view <schema>.last_activity (contact_id, at).
create or replace function consent.last_activities() returns table (contact_id uuid, at timestamptz) language plpgsql stable as $$
begin
    return query execute (select string_agg(format('select v.contact_id, v.at from %I.%I v', schemaname, viewname), ' union all ') from pg_views where viewname = 'last_activity');
end $$;

-- Evidence of consents that ended, and when: of a person with all its ids. What a standing rests on is none of it: a no is kept as long as the person is.
create or replace view consent.ended_evidence as
select e.id, p.contact_id, (coalesce(s.since, (select max(o.at) from consent.events o where o.contact_id = e.contact_id and o.purpose = e.purpose)) at time zone 'Europe/Helsinki')::date as ended_on
from consent.events e left join accounts.contact_alias a on a.id = e.contact_id cross join lateral (select coalesce(a.contact_id, e.contact_id) as contact_id) p
left join consent.standings s on s.contact_id = p.contact_id and s.purpose = e.purpose
where (s.state is null or s.state in ('refused', 'withdrawn', 'expired'))
  and not exists (select from consent.standings o where o.contact_id = e.contact_id and o.purpose = e.purpose and o.event_id = e.id);

-- Who stood in which disclosure, and when: of a person with all its ids.
create or replace view consent.recorded_disclosure as
select d.disclosure_id, d.contact_id as id, coalesce(a.contact_id, d.contact_id) as contact_id, (x.at at time zone 'Europe/Helsinki')::date as recorded_on
from consent.disclosed_contacts d join consent.disclosures x on x.id = d.disclosure_id left join accounts.contact_alias a on a.id = d.contact_id;

-- A legal hold keeps the account too of a user who is a contact.
create or replace function consent.on_hold(p_contact uuid, p_user uuid) returns boolean language sql stable as $$
    select exists (select from consent.legal_holds h where h.lifted_at is null and (h.contact_id = p_contact or h.contact_id in (
        select e.contact_id from accounts.contact_address e join administration.users u on e.address = lower(u.preferred_username) where u.id = p_user)))
$$;

-- Whom a rule means: people of a category for whom the time began on that day or before it; a user by the id of the account.
drop function if exists consent.retention_due(text, text, date);
create function consent.retention_due(p_category text, p_trigger text, p_before date) returns table (contact_id uuid, user_id uuid, since date) language sql stable as $$
    select x.contact_id, x.user_id, x.since from (
        select r.contact_id, null::uuid as user_id, max(r.ended_on) as since
        from accounts.role_period r join consent.current_purpose p on p.code = p_category and r.role = any(p.roles)
        where p_trigger = 'role-ended' group by r.contact_id having bool_and(r.ended_on is not null)
        union all
        select r.contact_id, null, greatest(max(r.started_on), max((r.created_at at time zone 'Europe/Helsinki')::date), max((a.at at time zone 'Europe/Helsinki')::date))
        from accounts.role_period r join consent.current_purpose p on p.code = p_category and r.role = any(p.roles) left join consent.last_activities() a on a.contact_id = r.contact_id
        where p_trigger = 'last-activity' and r.ended_on is null group by r.contact_id
        union all
        select r.contact_id, null, max(r.started_on)
        from accounts.role_period r join consent.current_purpose p on p.code = p_category and r.role = any(p.roles)
        where p_trigger = 'role-started' and r.ended_on is null group by r.contact_id
        union all
        select c.contact_id, null, coalesce((select max(r.ended_on) from accounts.role_period r where r.contact_id = c.contact_id), (c.created_at at time zone 'Europe/Helsinki')::date)
        from accounts.registered_person c
        where p_category = 'no-purpose' and p_trigger = 'purpose-ended' and not exists (select from consent.active_purpose a where a.contact_id = c.contact_id)
        union all
        select e.contact_id, null, min(e.ended_on) from consent.ended_evidence e where p_category = 'consent-evidence' and p_trigger = 'consent-ended' group by e.contact_id
        union all
        select d.contact_id, null, min(d.recorded_on) from consent.recorded_disclosure d where p_category = 'disclosures' and p_trigger = 'recorded' group by d.contact_id
        union all
        select null, u.user_id, u.since from administration.ended_access u where p_category = 'users' and p_trigger = 'access-ended'
    ) x where x.since <= p_before
$$;

-- Starting values: proposals that nothing follows until the officer approves them. Without months: not decided.
insert into consent.retention_rules (id, category, trigger, months, action, ground_fi, ground_en, version, proposed_at, proposed_by_id, proposed_by)
select gen_random_uuid(), v.category, v.trigger, v.months, v.action, v.fi, v.en, 1, now(), '00000000-0000-0000-0000-000000000000', 'ehdotus / proposal'
from (values
    ('customer-care', 'last-activity', 60, 'erase', 'oikeutettu etu päättyy, kun asiakassuhde on hiljainen', 'the legitimate interest ends when the customer relation is silent'),
    ('partnership', 'role-ended', 24, 'erase', 'kumppanuuden jälkihoito; sopimukset arkistoidaan erikseen', 'looking after the end of the partnership; agreements are archived separately'),
    ('internship-thesis', 'last-activity', 36, 'erase', 'opinnäytetyön ja harjoittelun jälkihoito', 'follow-up of theses and internships'),
    ('rdi', 'last-activity', 60, 'erase', 'hankkeiden tarkastukset', 'audits of projects'),
    ('participation', 'last-activity', 24, 'erase', 'tilaisuuden järjestäminen ja palaute', 'arranging the event, and feedback'),
    ('no-purpose', 'purpose-ended', 6, 'erase', 'mikään käsittelyn tarkoitus ei ole voimassa', 'no purpose of processing holds'),
    ('audit-log', 'recorded', 60, 'erase', 'tiedonhallintalaki 17 §: lokitieto siihen saakka, kun vastuu voi tulla selvitettäväksi', 'Act on Information Management, section 17: as long as a liability may have to be cleared'),
    ('users', 'access-ended', null, 'review', 'palvelussuhde', 'employment'),
    ('consent-evidence', 'consent-ended', null, 'review', 'osoitusvelvollisuus (tietosuoja-asetus 7 artiklan 1 kohta)', 'accountability (GDPR article 7.1)'),
    ('disclosures', 'recorded', null, 'review', 'osoitusvelvollisuus', 'accountability'),
    ('documents', 'archive-class', null, 'archive', 'arkistonmuodostussuunnitelma', 'the records plan'),
    ('vouchers', 'financial-year-ended', 72, 'archive', 'kirjanpitolaki 2:10', 'Accounting Act 2:10')
) v(category, trigger, months, action, fi, en)
where not exists (select from consent.retention_rules r where r.category = v.category);

insert into consent.archive_classes (code, name_fi, name_en, years, is_permanent, trigger, ground, updated_at, updated_by)
select v.code, v.fi, v.en, null, false, v.trigger, 'arkistonmuodostussuunnitelma', now(), 'aloitusarvo / starting value'
from (values ('partnership-agreement', 'Kumppanuussopimukset', 'Partnership agreements', 'ended'), ('partnership-data', 'Kumppanuustiedot', 'Partnership data', 'ended')) v(code, fi, en, trigger)
where not exists (select from consent.archive_classes c where c.code = v.code);
