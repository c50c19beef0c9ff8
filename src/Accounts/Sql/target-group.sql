-- Everyone whom a target group can hold: a restricted person is in none (GDPR art. 18).
create or replace view accounts.target_person as
select c.id as contact_id, c.last_name || ' ' || c.first_names as name, c.sort_name, c.is_passive
from accounts.contacts c where c.restricted_at is null and c.erased_at is null and c.merged_into_id is null;

-- What people are chosen by. The fixed shape of a view <schema>.target_group_field: who, the field, what it says as text, as a number, as a day.
-- Beside it stand <schema>.target_group_field_kind (what a field is and how it is asked: is, contains, years from..to over its number, days from..to over its day) and <schema>.target_group_value (what it can say, in both languages).
create or replace view accounts.target_group_field as
select h.contact_id, 'contact.role'::text as field, h.role as value, null::int as number, null::date as day from accounts.role_holder h
union all
select c.id, 'contact.name', c.last_name || ' ' || c.first_names, null, null from accounts.contacts c
union all
select c.id, 'contact.language', c.language, null, null from accounts.contacts c
union all
select c.id, 'contact.town', c.town, null, null from accounts.contacts c where c.town is not null
union all
select c.id, 'contact.status', c.status, null, null from accounts.contacts c where c.status is not null
union all
select c.id, 'contact.added', null, null, c.created_at::date from accounts.contacts c
union all
select l.contact_id, 'activity.day', a.kind, null, a.at::date from accounts.activity_contacts l join accounts.activities a on a.id = l.activity_id
union all
select p.contact_id, 'organisation.id', p.account_id::text, null, null from accounts.present_place p
union all
select p.contact_id, 'organisation.kind', a.kind, null, null from accounts.present_place p join accounts.accounts a on a.id = p.account_id
union all
select p.contact_id, 'organisation.industry', a.industry, null, null from accounts.present_place p join accounts.accounts a on a.id = p.account_id where a.industry is not null
union all
select p.contact_id, 'organisation.municipality', a.municipality, null, null from accounts.present_place p join accounts.accounts a on a.id = p.account_id where a.municipality is not null
union all
select p.contact_id, 'organisation.size', a.size_class, null, null from accounts.present_place p join accounts.accounts a on a.id = p.account_id where a.size_class is not null
union all
select p.contact_id, 'organisation.relationship', r.code, null, null
from accounts.present_place p join accounts.accounts a on a.id = p.account_id cross join lateral unnest(a.relationships) as r(code);

create or replace view accounts.target_group_field_kind as
select * from (values
    ('contact.role', 'choice', array['is'], 'Rooli', 'Role', 1),
    ('contact.name', 'text', array['contains'], 'Nimi', 'Name', 2),
    ('contact.language', 'choice', array['is'], 'Asiointikieli', 'Language', 3),
    ('contact.town', 'text', array['is', 'contains'], 'Paikkakunta', 'Town', 4),
    ('contact.status', 'choice', array['is'], 'Yhteistyön tila', 'Status of the cooperation', 5),
    ('contact.added', 'day', array['days'], 'Lisätty rekisteriin', 'Added to the register', 6),
    ('activity.day', 'day', array['days', 'is'], 'Yhteydenpito', 'Contact with us', 7),
    ('organisation.id', 'organisation', array['is'], 'Organisaatio', 'Organisation', 10),
    ('organisation.kind', 'choice', array['is'], 'Organisaation laji', 'Kind of the organisation', 11),
    ('organisation.relationship', 'choice', array['is'], 'Organisaation suhde', 'Relationship of the organisation', 12),
    ('organisation.industry', 'text', array['is', 'contains'], 'Organisaation toimiala (TOL)', 'Industry of the organisation (TOL)', 13),
    ('organisation.municipality', 'text', array['is', 'contains'], 'Organisaation kunta', 'Municipality of the organisation', 14),
    ('organisation.size', 'choice', array['is'], 'Organisaation koko', 'Size of the organisation', 15)
) as k(field, kind, operators, fi, en, position);

create or replace view accounts.target_group_value as
select * from (values
    ('contact.role', 'customer', 'Asiakas', 'Customer'), ('contact.role', 'partner', 'Kumppani', 'Partner'), ('contact.role', 'alumnus', 'Alumni', 'Alumnus'),
    ('contact.role', 'expert', 'Osaajapoolilainen', 'Expert'), ('contact.role', 'rdi-contact', 'TKI-yhteyshenkilö', 'RDI contact'),
    ('contact.role', 'internship-contact', 'Harjoittelun yhteyshenkilö', 'Internship contact'), ('contact.role', 'thesis-contact', 'Opinnäytetyön yhteyshenkilö', 'Thesis contact'),
    ('contact.role', 'participant', 'Osallistuja', 'Participant'),
    ('contact.language', 'fi', 'suomi', 'Finnish'), ('contact.language', 'sv', 'ruotsi', 'Swedish'), ('contact.language', 'en', 'englanti', 'English'),
    ('contact.status', 'prospective', 'Mahdollinen', 'Prospective'), ('contact.status', 'active', 'Käynnissä', 'Active'), ('contact.status', 'dormant', 'Hiljainen', 'Dormant'),
    ('contact.status', 'ended', 'Päättynyt', 'Ended'),
    ('activity.day', 'meeting', 'Tapaaminen', 'Meeting'), ('activity.day', 'call', 'Puhelu', 'Call'), ('activity.day', 'email', 'Sähköposti', 'Email'), ('activity.day', 'note', 'Muistiinpano', 'Note'),
    ('activity.day', 'task', 'Tehtävä', 'Task'),
    ('organisation.kind', 'company', 'Yritys', 'Company'), ('organisation.kind', 'public-body', 'Julkinen organisaatio', 'Public body'), ('organisation.kind', 'association', 'Yhdistys', 'Association'),
    ('organisation.kind', 'educational', 'Oppilaitos', 'Educational institution'), ('organisation.kind', 'other', 'Muu', 'Other'),
    ('organisation.relationship', 'customer', 'Asiakas', 'Customer'), ('organisation.relationship', 'partner', 'Kumppani', 'Partner'), ('organisation.relationship', 'network', 'Verkosto', 'Network'),
    ('organisation.relationship', 'stakeholder', 'Sidosryhmä', 'Stakeholder'),
    ('organisation.size', 'micro', 'Mikro (alle 10 henkilöä)', 'Micro (under 10 people)'), ('organisation.size', 'small', 'Pieni (10–49)', 'Small (10–49)'),
    ('organisation.size', 'medium', 'Keskisuuri (50–249)', 'Medium (50–249)'), ('organisation.size', 'large', 'Suuri (250+)', 'Large (250+)')
) as v(field, value, fi, en);
