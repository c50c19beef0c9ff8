-- The fixed shape of a view <schema>.contact_group: who belongs to which group of data subjects by more than a role.
create or replace view events.contact_group as
select distinct p.contact_id, case e.kind when 'rdi-event' then 'rdi-participants' else 'participants' end as group_code
from events.participants p join events.events e on e.id = p.event_id;
