-- An activity as a line of a timeline. Restricted and erased people are not named.
create or replace view accounts.activity_line as
select a.id as activity_id, a.at, a.kind, 'activity-' || a.id as id, a.created_by as by_name,
       jsonb_strip_nulls(jsonb_build_object(
           'activityId', a.id, 'subject', a.subject, 'text', a.text, 'dueOn', a.due_on, 'assignee', a.assignee_name, 'assigneeId', a.assignee_id, 'doneAt', a.done_at,
           'people', (select jsonb_agg(distinct jsonb_build_object('id', c.id, 'name', c.last_name || ' ' || coalesce(c.called_name, c.first_names)))
                      from accounts.activity_contacts l join accounts.contact_card c on c.id = l.contact_id where l.activity_id = a.id),
           'accounts', (select jsonb_agg(distinct jsonb_build_object('id', o.id, 'name', o.name))
                        from accounts.activity_accounts l join accounts.accounts o on o.id = l.account_id where l.activity_id = a.id))) as details
from accounts.activities a;

-- A place in an organisation as lines: it began, and it ended. One without a first day began when it was written down.
create or replace view accounts.affiliation_line as
select f.contact_id, f.account_id, coalesce(f.valid_from::timestamp at time zone 'Europe/Helsinki', uuid_extract_timestamp(f.id), '2000-01-01') as at,
       'joined-' || f.id as id, 'joined'::text as act, f.title
from accounts.affiliations f
union all
select f.contact_id, f.account_id, f.valid_to::timestamp at time zone 'Europe/Helsinki', 'left-' || f.id, 'left', f.title
from accounts.affiliations f where f.valid_to <= current_date;

-- The fixed shape of <schema>.contact_timeline: contact_id, at, kind, id, by_name, details.
create or replace view accounts.contact_timeline as
select entity_id as contact_id, at,
       case use_case when 'PassivateContact' then 'passivated' when 'ActivateContact' then 'activated' when 'GiveRole' then 'role' when 'EndRole' then 'role'
                     else case kind when 'added' then 'created' else 'changed' end end as kind,
       'change-' || id as id, user_name as by_name, jsonb_build_object('useCase', use_case) as details
from kernel.audit_entries
where entity = 'Contact' and kind in ('added', 'modified') and use_case <> 'AddAffiliation'
union all
select l.contact_id, a.at, a.kind, a.id, a.by_name, a.details
from (select distinct contact_id, activity_id from accounts.activity_contacts) l join accounts.activity_line a on a.activity_id = l.activity_id
union all
select f.contact_id, f.at, 'affiliation', f.id, null, jsonb_strip_nulls(jsonb_build_object('act', f.act, 'title', f.title, 'accountId', o.id, 'account', o.name))
from accounts.affiliation_line f join accounts.accounts o on o.id = f.account_id
union all
select s.contact_id, s.at, 'status', 'status-' || s.id, s.by, jsonb_build_object('status', s.status) from accounts.status_changes s
union all
select n.contact_id, n.heard_on::timestamp at time zone 'Europe/Helsinki', 'need', 'need-' || n.id, n.created_by,
       jsonb_strip_nulls(jsonb_build_object('needId', n.id, 'text', n.text, 'field', n.field, 'tags', n.tags, 'urgency', n.urgency, 'accountId', o.id, 'account', o.name))
from accounts.needs n join accounts.accounts o on o.id = n.account_id;

-- The fixed shape of <schema>.account_timeline: account_id, at, kind, id, by_name, details, people (the line is for those who may know of one of them; empty: for all).
create or replace view accounts.account_timeline as
select entity_id as account_id, at,
       case use_case when 'PassivateAccount' then 'passivated' when 'ActivateAccount' then 'activated' else case kind when 'added' then 'created' else 'changed' end end as kind,
       'change-' || id as id, user_name as by_name, jsonb_build_object('useCase', use_case) as details, '{}'::uuid[] as people
from kernel.audit_entries
where entity = 'Account' and kind in ('added', 'modified')
union all
select l.account_id, a.at, a.kind, a.id, a.by_name, a.details, array(select p.contact_id from accounts.activity_contacts p where p.activity_id = a.activity_id)
from (select distinct account_id, activity_id from accounts.activity_accounts) l join accounts.activity_line a on a.activity_id = l.activity_id
union all
select f.account_id, f.at, 'affiliation', f.id, null,
       jsonb_strip_nulls(jsonb_build_object('act', f.act, 'title', f.title, 'people', jsonb_build_array(jsonb_build_object('id', c.id, 'name', c.last_name || ' ' || coalesce(c.called_name, c.first_names))))),
       array[c.id]
from accounts.affiliation_line f join accounts.contacts c on c.id = f.contact_id
union all
select s.account_id, s.at, 'status', 'status-' || s.id, s.by, jsonb_build_object('status', s.status), '{}' from accounts.status_changes s
union all
select n.account_id, n.heard_on::timestamp at time zone 'Europe/Helsinki', 'need', 'need-' || n.id, n.created_by,
       jsonb_strip_nulls(jsonb_build_object('needId', n.id, 'text', n.text, 'field', n.field, 'tags', n.tags, 'urgency', n.urgency)), '{}'
from accounts.needs n;

-- The days on which we called, wrote to or met a person, for those who ask how long ago it was.
create or replace view accounts.contact_touch as
select l.contact_id, (a.at at time zone 'Europe/Helsinki')::date as day
from accounts.activity_contacts l join accounts.activities a on a.id = l.activity_id where a.kind in ('call', 'email', 'meeting');
