-- Roles in the cooperation with their time, those of people who are in the register.
create or replace view accounts.role_period as
select r.contact_id, r.role, r.started_on, r.ended_on, c.created_at
from accounts.contact_roles r join accounts.contacts c on c.id = r.contact_id and c.erased_at is null and c.merged_into_id is null;

-- Everyone in the register, restricted people too, and since when.
create or replace view accounts.registered_person as
select c.id as contact_id, c.created_at, c.restricted_at is not null as is_restricted from accounts.contacts c where c.erased_at is null and c.merged_into_id is null;

-- When something was last done with a person.
create or replace view accounts.last_activity as
select l.contact_id, max(a.at) as at from accounts.activity_contacts l join accounts.activities a on a.id = l.activity_id where a.at <= now() group by l.contact_id;
