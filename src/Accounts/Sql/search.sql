-- The fixed shape of a view <schema>.<what>_search_entry: kind, id, title, subtitle, search_text (folded), sort_key (with an index), roles, is_passive, only_for,
-- shown_on and shown_on_id: the record on whose page the hit is to be seen, when it has none of its own.
create or replace view accounts.contact_search_entry as
select 'contact'::text as kind, c.id, c.last_name || ' ' || coalesce(c.called_name, c.first_names) as title,
       coalesce((select a.name from accounts.affiliations f join accounts.accounts a on a.id = f.account_id where f.contact_id = c.id and f.is_primary),
                (select e.address from accounts.contact_emails e where e.contact_id = c.id and e.is_primary), c.town) as subtitle,
       c.search_text, c.sort_name as sort_key,
       array(select r.role from accounts.contact_roles r where r.contact_id = c.id and r.ended_on is null order by r.role) as roles, c.is_passive,
       case when c.restricted_at is not null then 'Crm.DataProtectionOfficer' end as only_for, null::text as shown_on, null::uuid as shown_on_id
from accounts.contacts c where c.erased_at is null and c.merged_into_id is null;

create or replace view accounts.account_search_entry as
select 'account'::text as kind, a.id, a.name as title, concat_ws(' · ', a.business_id, a.municipality) as subtitle, a.search_text, a.sort_name as sort_key, a.relationships as roles, a.is_passive,
       null::text as only_for, null::text as shown_on, null::uuid as shown_on_id
from accounts.accounts a where a.merged_into_id is null;

create or replace view accounts.contact_email_search_entry as
select s.kind, s.id, s.title, e.address as subtitle, accounts.fold(e.address) as search_text, e.address as sort_key, s.roles, s.is_passive, s.only_for, s.shown_on, s.shown_on_id
from accounts.contact_emails e join accounts.contact_search_entry s on s.id = e.contact_id;

-- The text is the digits alone: a word of the question is compared without spaces, hyphens and leading zeros.
create or replace view accounts.contact_phone_search_entry as
select s.kind, s.id, s.title, p.number as subtitle, p.number as search_text, p.number as sort_key, s.roles, s.is_passive, s.only_for, s.shown_on, s.shown_on_id
from accounts.contact_phones p join accounts.contact_search_entry s on s.id = p.contact_id;

-- An activity with nobody but restricted people is the officer's alone.
create or replace view accounts.activity_search_entry as
select 'activity'::text as kind, a.id, a.subject as title, to_char(a.at at time zone 'Europe/Helsinki', 'YYYY-MM-DD') as subtitle, a.search_text, a.subject as sort_key, array[a.kind] as roles,
       false as is_passive, case when p.restricted > 0 and p.known = 0 then 'Crm.DataProtectionOfficer' end as only_for,
       case when o.account_id is not null then 'account' when p.contact_id is not null then 'contact' end as shown_on, coalesce(o.account_id, p.contact_id) as shown_on_id
from accounts.activities a
left join lateral (select l.account_id from accounts.activity_accounts l where l.activity_id = a.id limit 1) o on true
cross join lateral (
    select count(*) filter (where c.restricted_at is not null) as restricted, count(*) filter (where c.restricted_at is null) as known,
           (array_agg(c.id) filter (where c.restricted_at is null and c.erased_at is null))[1] as contact_id
    from accounts.activity_contacts l join accounts.contacts c on c.id = l.contact_id where l.activity_id = a.id) p;
