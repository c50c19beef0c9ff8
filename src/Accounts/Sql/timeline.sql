-- The fixed shape of <schema>.contact_timeline: contact_id, at, kind, id, by_name, details.
create or replace view accounts.contact_timeline as
select entity_id as contact_id, at,
       case use_case when 'PassivateContact' then 'passivated' when 'ActivateContact' then 'activated' when 'GiveRole' then 'role' when 'EndRole' then 'role'
                     else case kind when 'added' then 'created' else 'changed' end end as kind,
       'change-' || id as id, user_name as by_name, jsonb_build_object('useCase', use_case) as details
from kernel.audit_entries
where entity = 'Contact' and kind in ('added', 'modified');
