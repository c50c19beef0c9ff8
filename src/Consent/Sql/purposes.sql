-- What holds now: the newest approved version of each purpose.
create or replace view consent.current_purpose as
select distinct on (p.code) p.* from consent.purpose_versions p where p.approved_at is not null order by p.code, p.number desc;

-- For what a person's data may be kept now. A purpose is active through a role; one that rests on consent only while the consent stands, one that rests on a legitimate
-- interest or a public task until the person objects. Messages: a consent to any, or the role of a partner without an objection or a block of everything.
create or replace view consent.active_purpose as
select h.contact_id, p.code as purpose, p.basis
from accounts.role_holder h
join consent.current_purpose p on h.role = any(p.roles)
where case p.basis
    when 'consent' then exists (select from consent.standings s where s.contact_id = h.contact_id and s.purpose = p.code and s.state in ('given', 'confirmed'))
    when 'legitimate-interest' then not exists (select from consent.objections o where o.contact_id = h.contact_id and o.purpose = p.code and o.lifted_at is null)
    when 'public-task' then not exists (select from consent.objections o where o.contact_id = h.contact_id and o.purpose = p.code and o.lifted_at is null)
    else true end
union
select s.contact_id, 'communication', 'consent' from consent.standings s where s.purpose like '%.%' and s.state in ('given', 'confirmed')
union
select h.contact_id, 'communication', 'legitimate-interest' from accounts.role_holder h
where h.role = 'partner' and not exists (select from consent.objections o where o.contact_id = h.contact_id and o.purpose = 'communication' and o.lifted_at is null)
  and not exists (select from consent.blocks b where b.contact_id = h.contact_id and b.channel is null and b.topic is null and b.list_id is null and b.lifted_at is null);

-- Starting values, from the privacy notice of the system before: an approved first version, which the officer replaces by newer ones.
insert into consent.purpose_versions (id, code, number, basis, roles, groups, recipients, name_fi, name_en, ground_fi, ground_en, data_fi, data_en, retention_fi, retention_en, retention_months,
    erasure_days, proposed_at, proposed_by_id, proposed_by, approved_at, approved_by)
select gen_random_uuid(), v.code, 1, v.basis, v.roles, v.groups, v.recipients, v.name_fi, v.name_en, v.ground_fi, v.ground_en, v.data_fi, v.data_en, v.retention_fi, v.retention_en, v.months,
    30, now(), '00000000-0000-0000-0000-000000000000', 'aloitusarvo / starting value', now(), 'aloitusarvo / starting value'
from (values
    ('customer-care', 'legitimate-interest', '{customer}'::text[], '{customer-contacts}'::text[], '{}'::text[],
        'Palveluliiketoiminta: asiakassuhteiden hoitaminen ja palvelun tuottaminen', 'Service business: looking after customers and producing the service',
        'palveluliiketoiminnan hoitaminen ja/tai palvelun tuottaminen', 'running the service business and/or producing the service', '', '', '', '', null::int),
    ('business-process', 'legitimate-interest', '{}', '{customer-contacts}', '{}',
        'Liiketoimintaprosessin toteuttaminen asiakkaiden kanssa: tarjoukset, myyntitilaukset ja laskut', 'Carrying out the business process with customers: quotes, sales orders and invoices',
        'palveluliiketoiminnan hoitaminen ja/tai palvelun tuottaminen', 'running the service business and/or producing the service',
        'tarjouksien, myyntitilauksien ja laskujen yhteyshenkilöt', 'contacts of quotes, sales orders and invoices', '', '', null),
    ('bookkeeping', 'legal-obligation', '{}', '{customer-contacts}', '{}', 'Kirjanpitoaineiston säilyttäminen', 'Keeping vouchers',
        'kirjanpitolaki 1336/1997, 2 luvun 10 §', 'Accounting Act 1336/1997, chapter 2, section 10', '', '',
        'kuusi vuotta sen vuoden lopusta, jonka aikana tilikausi päättyi', 'six years from the end of the year in which the financial year ended', 72),
    ('partnership', 'contract', '{partner}', '{partner-contacts}', '{}', 'Kumppanuustoiminta: kumppanuussuhteen hoitaminen', 'Partnerships: looking after the partnership',
        'kumppanuusyhteistyösopimus', 'the partnership agreement', '', '',
        'kumppanuuden ajan; kumppanuussopimukset ja kumppanuustiedot arkistonmuodostussuunnitelman mukaisesti', 'as long as the partnership lasts; agreements and partnership data according to the records plan', null),
    ('internship-thesis', 'legitimate-interest', '{internship-contact,thesis-contact}', '{internship-and-thesis-contacts}', '{}',
        'Harjoittelu- ja opinnäytetyöyhteistyö', 'Cooperation in internships and theses', 'opiskelijoiden harjoittelujen ja opinnäytetöiden järjestäminen', 'arranging students'' internships and theses',
        '', '', '', '', null),
    ('rdi', 'legitimate-interest', '{rdi-contact}', '{rdi-contacts,rdi-participants}', '{}', 'Tutkimus- ja kehittämistoiminnan yhteistyö ja tilaisuudet', 'Cooperation and events in research and development',
        'tutkimus-, kehittämis- ja innovaatiotoiminnan yhteistyö', 'cooperation in research, development and innovation', '', '', '', '', null),
    ('statutory-rdi', 'public-task', '{}', '{rdi-contacts,rdi-participants}', '{}',
        'Työelämää ja aluekehitystä edistävä ja alueen elinkeinorakennetta uudistava soveltava tutkimustoiminta, kehittämis- ja innovaatiotoiminta sekä taiteellinen toiminta',
        'Applied research, development and innovation and artistic activity that serve working life and regional development and renew the region''s economy',
        'lakisääteisten tehtävien hoitaminen, ammattikorkeakoululaki 932/2014, 4 §', 'carrying out statutory tasks, Universities of Applied Sciences Act 932/2014, section 4', '', '', '', '', null),
    ('impact', 'public-task', '{}', '{customer-contacts,partner-contacts,internship-and-thesis-contacts,rdi-contacts,participants,alumni,experts,rdi-participants}', '{}',
        'Karelian lakisääteisten tehtävien vaikuttavuuden todentaminen ja tilastointi', 'Verifying the effect of Karelia''s statutory tasks, and statistics',
        'lakisääteisten tehtävien hoitaminen, ammattikorkeakoululaki 932/2014', 'carrying out statutory tasks, Universities of Applied Sciences Act 932/2014', '', '', '', '', null),
    ('foresight', 'public-task', '{}', '{customer-contacts,partner-contacts}', '{}', 'Ennakointityö ja työelämätarpeiden koonti', 'Foresight and collecting the needs of working life',
        'lakisääteisten tehtävien hoitaminen, ammattikorkeakoululaki 932/2014', 'carrying out statutory tasks, Universities of Applied Sciences Act 932/2014', '', '', '', '', null),
    ('participation', 'legitimate-interest', '{participant}', '{participants,rdi-participants}', '{"Webropol Oy"}',
        'Täydennyskoulutuksen tai tilaisuuden järjestäminen ja palautteen kerääminen', 'Arranging continuing education and events, and collecting feedback',
        'onnistuneen täydennyskoulutuksen tai tilaisuuden järjestäminen', 'arranging continuing education or an event successfully',
        'ilmoittautuminen, osallistuminen ja edustettu organisaatio', 'registration, participation and the organisation that is represented', '', '', null),
    ('alumni', 'consent', '{alumnus}', '{alumni}', '{"Webropol Oy"}', 'Alumnitoiminta', 'Alumni activity', 'rekisteröidyn antama suostumus', 'consent that the person gave',
        'alumniyhteistyön muodot, jotka kiinnostavat rekisteröityä: vierailu/osaamisen jakaminen opintojaksoilla/luennoilla, opintokäynnit omalla työpaikalla, harjoittelupaikan tarjoaminen, projekti- ja/tai opinnäytetyöaiheiden tarjoaminen, hankeyhteistyö, verkostoituminen muiden alumnien kanssa, jatko- ja täydennyskoulutus, muu osaamisen kehittäminen, alumnitapahtumat, mentorointi ja perehdyttäminen',
        'forms of cooperation that interest the person: guest lecture or sharing expertise on courses, study visits to own workplace, offering an internship, offering project and/or thesis topics, project cooperation, networking with other alumni, further and continuing education, other competence development, alumni events, mentoring and introducing the trade',
        'kunnes suostumus perutaan', 'until the consent is withdrawn', null),
    ('expert-pool', 'consent', '{expert}', '{experts}', '{"Webropol Oy"}', 'Osaajapooli', 'Expert pool', 'rekisteröidyn antama suostumus', 'consent that the person gave',
        'henkilötiedot, Karelian kanssa yhteistyön tekemisen muodot ja osaamisen kuvaus', 'personal data, forms of cooperation with Karelia and description of competence',
        'kunnes suostumus perutaan', 'until the consent is withdrawn', null),
    ('communication', 'consent', '{}', '{customer-contacts,partner-contacts,internship-and-thesis-contacts,rdi-contacts,participants,alumni,experts,rdi-participants}', '{"Liana Mailer Oy"}',
        'Viestintä Karelia-ammattikorkeakoulun kohderyhmille', 'Communication to Karelia UAS''s target groups',
        'rekisteröidyn antama suostumus; kumppanien yhteyshenkilöille oikeutettu etu heidän työtehtävässään', 'consent that the person gave; for contacts of partners the legitimate interest in their role at work',
        'suostumukset, markkinointiviestinnän muodot ja niiden estot', 'consents, forms of marketing communication and their blocks', 'kunnes suostumus perutaan tai viestintä estetään', 'until the consent is withdrawn or the communication is blocked', null),
    ('accountability', 'legal-obligation', '{}', '{customer-contacts,partner-contacts,internship-and-thesis-contacts,rdi-contacts,participants,alumni,experts,rdi-participants,users}', '{}',
        'Osoitusvelvollisuus: suostumusten, luovutusten ja rekisteröidyn oikeuksien toteuttamisen todentaminen', 'Accountability: proving consents, disclosures and how the rights of people were carried out',
        'EU:n yleinen tietosuoja-asetus (2016/679), 5 artiklan 2 kohta ja 7 artiklan 1 kohta; tiedonhallintalaki (906/2019) 17 §', 'GDPR (2016/679) articles 5.2 and 7.1; Act on Information Management (906/2019), section 17', '', '', '', '', null),
    ('user-administration', 'legitimate-interest', '{}', '{users}', '{}', 'Käyttäjien ja käyttöoikeuksien hallinta', 'Administration of users and their rights',
        'oman henkilökunnan osalta palvelussuhteen hoitaminen', 'for own staff, managing the employment relationship', '', '', '', '', null)
) v(code, basis, roles, groups, recipients, name_fi, name_en, ground_fi, ground_en, data_fi, data_en, retention_fi, retention_en, months)
where not exists (select from consent.purpose_versions p where p.code = v.code);
