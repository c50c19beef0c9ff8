create or replace view alumni.contact_timeline as
select entity_id as contact_id, at, 'changed'::text as kind, 'change-' || id as id, user_name as by_name, jsonb_build_object('useCase', use_case) as details
from kernel.audit_entries
where entity = 'Alumnus' and kind = 'modified';
