-- Whoever ends a session, shuts out a user or switches off an application, by the API or by hand: every host hears of it and forgets what it remembered.
create or replace function administration.session_ended() returns trigger language plpgsql as $$
begin
    perform pg_notify('crm_sign_in', encode(old.key_hash, 'hex'));
    return null;
end $$;
create or replace trigger ended after delete on administration.auth_sessions
    for each row execute function administration.session_ended();

create or replace function administration.user_switched() returns trigger language plpgsql as $$
begin
    delete from administration.auth_sessions where user_id = new.id;
    return null;
end $$;
create or replace trigger switched after update of is_active on administration.users
    for each row when (not new.is_active) execute function administration.user_switched();

-- Since when users have not been here: since they were shut out, or since their latest sign-in, as of one who left the house nobody tells the CRM.
create or replace view administration.ended_access as
select u.id as user_id, (greatest(u.last_seen, case when not u.is_active then (
    select max(e.at) from kernel.audit_entries e where e.entity_id = u.id and e.use_case = 'DeactivateUser') end) at time zone 'Europe/Helsinki')::date as since
from administration.users u where u.preferred_username <> '';

create or replace function administration.application_switched() returns trigger language plpgsql as $$
begin
    perform pg_notify('crm_sign_in', 'application ' || old.client_id);
    return null;
end $$;
create or replace trigger switched after update or delete on administration.applications
    for each row execute function administration.application_switched();
