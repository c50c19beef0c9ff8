-- When somebody last did something with us, as each module knows it: its view <schema>.last_activity (contact_id, at).
create or replace function consent.last_activities() returns table (contact_id uuid, at timestamptz) language plpgsql stable as $$
begin
    return query execute (select string_agg(format('select v.contact_id, v.at from %I.%I v', schemaname, viewname), ' union all ') from pg_views where viewname = 'last_activity');
end $$;

-- Whom a rule means: people of a category for whom the time began on that day or before it.
create or replace function consent.retention_due(p_category text, p_trigger text, p_before date) returns table (contact_id uuid, since date) language sql stable as $$
    select x.contact_id, x.since from (
        select r.contact_id, max(r.ended_on) as since
        from accounts.role_period r join consent.current_purpose p on p.code = p_category and r.role = any(p.roles)
        where p_trigger = 'role-ended' group by r.contact_id having bool_and(r.ended_on is not null)
        union all
        select r.contact_id, greatest(max(r.started_on), max((r.created_at at time zone 'Europe/Helsinki')::date), max((a.at at time zone 'Europe/Helsinki')::date))
        from accounts.role_period r join consent.current_purpose p on p.code = p_category and r.role = any(p.roles) left join consent.last_activities() a on a.contact_id = r.contact_id
        where p_trigger = 'last-activity' and r.ended_on is null group by r.contact_id
        union all
        select r.contact_id, max(r.started_on)
        from accounts.role_period r join consent.current_purpose p on p.code = p_category and r.role = any(p.roles)
        where p_trigger = 'role-started' and r.ended_on is null group by r.contact_id
        union all
        select c.contact_id, coalesce((select max(r.ended_on) from accounts.role_period r where r.contact_id = c.contact_id), (c.created_at at time zone 'Europe/Helsinki')::date)
        from accounts.registered_person c
        where p_category = 'no-purpose' and p_trigger = 'purpose-ended' and not exists (select from consent.active_purpose a where a.contact_id = c.contact_id)
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
