-- Everyone whom a mailing could mean. Restricted people are here only to be counted (GDPR art. 18): without address, and never shown by who reads this.
create or replace view accounts.recipient as
select c.id as contact_id, c.last_name, c.first_names, c.called_name, c.search_text, c.language, c.is_passive, c.restricted_at is not null as is_restricted,
       e.address as email, e.undeliverable_since is not null as is_undeliverable
from accounts.contacts c
left join accounts.contact_emails e on e.contact_id = c.id and e.is_primary and c.restricted_at is null
where c.erased_at is null and c.merged_into_id is null;

-- Every address of every person, restricted ones too, but for what stayed with an id that was merged away: what nobody may write to is decided over all of them.
create or replace view accounts.contact_address as
select e.contact_id, e.address, e.kind, e.is_primary, e.undeliverable_since is not null as is_undeliverable
from accounts.contact_emails e
where not exists (select from accounts.contacts c where c.id = e.contact_id and c.merged_into_id is not null);

-- Roles that hold now.
create or replace view accounts.role_holder as
select r.contact_id, r.role from accounts.contact_roles r where r.ended_on is null
  and not exists (select from accounts.contacts c where c.id = r.contact_id and c.merged_into_id is not null);
