-- Three roles: crm_owner makes and migrates, crm_app works without DDL, crm_read looks. Run as a superuser in the CRM's
-- database, before the first migration and after every one; it can run again at any time.
--   psql --dbname=crm --file=deploy/database-roles.sql      then once: \password crm_owner  \password crm_app  \password crm_read
\set ON_ERROR_STOP on
begin;

do $$
declare
    name text;
begin
    foreach name in array array['crm_owner', 'crm_app', 'crm_read'] loop
        if not exists (select from pg_roles where rolname = name) then
            execute format('create role %I login nosuperuser nocreatedb nocreaterole', name);
        end if;
    end loop;
    execute format('revoke all on database %I from public', current_database());
    execute format('grant connect, create on database %I to crm_owner', current_database());
    execute format('grant connect on database %I to crm_app, crm_read', current_database());
    -- A mailing list's file is made in a temporary table.
    execute format('grant temporary on database %I to crm_app', current_database());
end $$;

revoke create on schema public from public;
grant usage, create on schema public to crm_owner;
alter role crm_read set default_transaction_read_only = on;

-- What the owner makes later is granted as it is made.
alter default privileges for role crm_owner grant usage on schemas to crm_app, crm_read;
alter default privileges for role crm_owner grant select, insert, update, delete on tables to crm_app;
alter default privileges for role crm_owner grant select on tables to crm_read;
alter default privileges for role crm_owner grant usage, select on sequences to crm_app;

-- What is there already.
do $$
declare
    part record;
begin
    for part in select nspname from pg_namespace where nspname !~ '^pg_' and nspname not in ('information_schema', 'public') loop
        execute format('grant usage on schema %I to crm_app, crm_read', part.nspname);
        execute format('grant select, insert, update, delete on all tables in schema %I to crm_app', part.nspname);
        execute format('grant select on all tables in schema %I to crm_read', part.nspname);
        execute format('grant usage, select on all sequences in schema %I to crm_app', part.nspname);
    end loop;

    -- Evidence: the trigger refuses a change to it, and the app does not even have the right.
    for part in select t.tgrelid::regclass as tab from pg_trigger t where t.tgname = 'append_only' loop
        execute format('revoke update, delete, truncate on %s from crm_app', part.tab);
    end loop;

    -- Erasure takes evidence away by functions with the owner's rights, and leaves its digest.
    for part in select p.oid::regprocedure as fn from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'kernel' and p.prosecdef loop
        execute format('revoke execute on function %s from public', part.fn);
        execute format('grant execute on function %s to crm_app', part.fn);
    end loop;

    -- Sessions and their keys are nobody's reading, and the app does not write in the migrations' books.
    for part in select c.oid::regclass as tab, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind = 'r' and n.nspname !~ '^pg_' and (c.relname = 'migrations' or c.relname ~ '^(auth_|data_protection_)') loop
        execute format('revoke select on %s from crm_read', part.tab);
        if part.relname = 'migrations' then
            execute format('revoke insert, update, delete on %s from crm_app', part.tab);
        end if;
    end loop;
end $$;

commit;
