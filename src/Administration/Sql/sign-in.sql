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

create or replace function administration.application_switched() returns trigger language plpgsql as $$
begin
    perform pg_notify('crm_sign_in', 'application ' || old.client_id);
    return null;
end $$;
create or replace trigger switched after update or delete on administration.applications
    for each row execute function administration.application_switched();
