create or replace view accounts.contact_card as
select c.id, c.last_name, c.first_names, c.called_name, c.sort_name, c.search_text, c.language, c.postal_code, c.town, e.address as email,
       e.undeliverable_since is not null as is_undeliverable, c.is_passive, c.updated_at
from accounts.contacts c
left join accounts.contact_emails e on e.contact_id = c.id and e.is_primary
where c.restricted_at is null and c.erased_at is null and c.merged_into_id is null;

-- The restricted ones, whom only the data protection officer sees (GDPR art. 18).
create or replace view accounts.contact_card_restricted as
select c.id, c.last_name, c.first_names, c.called_name, c.sort_name, c.search_text, c.language, c.postal_code, c.town, e.address as email,
       e.undeliverable_since is not null as is_undeliverable, c.is_passive, c.updated_at
from accounts.contacts c
left join accounts.contact_emails e on e.contact_id = c.id and e.is_primary
where c.restricted_at is not null and c.erased_at is null and c.merged_into_id is null;

-- Ids that were merged away, and where they lead.
create or replace view accounts.contact_alias as
select c.id, c.merged_into_id as contact_id from accounts.contacts c where c.merged_into_id is not null;
