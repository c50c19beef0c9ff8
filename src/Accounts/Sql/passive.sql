-- A passive person can be read, but neither edited nor used with other records: the database itself refuses.
-- Activation, erasure, rectification, merge, undo and withdrawal pass by set_config('crm.act', ..., true).
create or replace function accounts.acts_pass() returns boolean language sql stable as $$
    select coalesce(current_setting('crm.act', true), '') in ('erase', 'rectify', 'merge', 'undo', 'withdraw')
$$;

create or replace function accounts.guard_contact() returns trigger language plpgsql as $$
begin
    if old.is_passive and new.is_passive and not accounts.acts_pass() then
        raise exception 'passive' using errcode = 'CRM09';
    end if;
    -- Whoever links to this person holds a key share lock on the row: wait for them, so that no link slips in beside the passivation.
    if new.is_passive and not old.is_passive then
        perform 1 from accounts.contacts where id = new.id for update;
    end if;
    return new;
end $$;

create or replace trigger guard_passive before update on accounts.contacts for each row execute function accounts.guard_contact();

-- Runs after the foreign key's check of the same statement, which has locked the person's row: what is read here cannot become passive before the commit.
create or replace function accounts.refuse_passive() returns trigger language plpgsql as $$
declare
    is_hit boolean;
    source text := case when tg_op = 'DELETE' then 'old_rows' else 'new_rows' end;
begin
    if accounts.acts_pass() then
        return null;
    end if;
    -- The lock is the foreign key's own; a table whose key leads to the person through another table takes it here.
    execute format('select coalesce(bool_or(is_passive), false) from (select c.is_passive from accounts.contacts c where c.id in (select r.%I from %I r) for key share) x', tg_argv[0], source) into is_hit;
    if is_hit then
        raise exception 'passive' using errcode = 'CRM09';
    end if;
    return null;
end $$;

-- Called by the migrator for each table that a page of personal data links to a person.
create or replace procedure accounts.link_to_person(p_schema text, p_table text, p_column text, p_guard boolean, p_append_only boolean) language plpgsql as $$
declare
    target regclass := format('%I.%I', p_schema, p_table)::regclass;
    act text;
begin
    -- A key to a table of the same person (a degree's to its alumnus) is key enough: a second check of each row costs as much as the first.
    if not exists (
        select 1 from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
        where k.contype = 'f' and k.conrelid = target and a.attname = p_column) then
        execute format('alter table %s add constraint %I foreign key (%I) references accounts.contacts deferrable initially immediate',
                       target, 'fk_' || p_table || '_person', p_column);
    end if;
    foreach act in array array['insert', 'update', 'delete'] loop
        if p_guard then
            execute format('create or replace trigger %I after %s on %s referencing %s for each statement execute function accounts.refuse_passive(%L)',
                           'guard_passive_' || act, act, target, case act when 'delete' then 'old table as old_rows' else 'new table as new_rows' end, p_column);
        else
            execute format('drop trigger if exists %I on %s', 'guard_passive_' || act, target);
        end if;
    end loop;
    if p_append_only then
        execute format('create or replace trigger append_only before update or delete or truncate on %s for each statement execute function kernel.refuse_change()', target);
    end if;
end $$;
