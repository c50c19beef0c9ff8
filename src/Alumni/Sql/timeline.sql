create or replace view alumni.contact_timeline as
select entity_id as contact_id, at, 'changed'::text as kind, 'change-' || id as id, user_name as by_name, jsonb_build_object('useCase', use_case) as details
from kernel.audit_entries
where entity = 'Alumnus' and kind = 'modified'
union all
select r.contact_id, r.asked_on::timestamp at time zone 'Europe/Helsinki', 'alumni-request', 'alumni-request-' || r.id, r.asked_by,
       jsonb_strip_nulls(jsonb_build_object('form', f.fi, 'formEn', f.en, 'topic', r.topic, 'heldOn', r.held_on, 'course', r.course, 'state', r.state))
from alumni.alumni_requests r left join administration.code f on f.list = 'cooperation-forms' and f.code = r.form_code
union all
select m.contact_id, m.starts_on::timestamp at time zone 'Europe/Helsinki', 'mentoring', 'mentoring-' || m.id, null,
       jsonb_strip_nulls(jsonb_build_object('topic', m.topic, 'startsOn', m.starts_on, 'endsOn', m.ends_on, 'state', m.state))
from alumni.mentorings m;

-- When an alumnus was asked, written to or met.
create or replace view alumni.contact_touch as
select r.contact_id, r.asked_on as day, 'request'::text as kind from alumni.alumni_requests r
union all
select m.contact_id, m.day, 'mailing' from consent.contact_mailing m
union all
select t.contact_id, t.day, 'activity' from accounts.contact_touch t;

-- Found by a former name or by their work, by those who look after alumni.
create or replace view alumni.alumni_search_entry as
select 'contact'::text as kind, c.id, c.last_name || ' ' || coalesce(c.called_name, c.first_names) as title,
       concat_ws(' · ', case when a.former_last_name is not null then 'ent. ' || a.former_last_name end, a.task, a.employer) as subtitle,
       a.search_text, c.sort_name as sort_key, array['alumnus']::text[] as roles, c.is_passive, 'Crm.AlumniCoordinator'::text as only_for, null::text as shown_on, null::uuid as shown_on_id
from alumni.alumni a join alumni.member_card c on c.id = a.contact_id;
