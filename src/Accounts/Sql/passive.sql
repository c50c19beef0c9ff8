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

-- Every row that names a person: the person must be there, and must not be passive where the table is guarded. The lock keeps it so until the commit.
-- Arguments: the column, and whether the table is guarded.
create or replace function accounts.check_person() returns trigger language plpgsql as $$
declare
    rows_of text := case when tg_op = 'DELETE' then 'old_rows' else 'new_rows' end;
    missing bigint;
    has_passive boolean;
begin
    if tg_op = 'DELETE' and accounts.acts_pass() then
        return null;
    end if;
    execute format('select (select count(distinct r.%1$I) from %2$I r) - count(*), bool_or(x.is_passive)
                    from (select c.is_passive from accounts.contacts c where c.id in (select r.%1$I from %2$I r) for key share) x', tg_argv[0], rows_of)
        into missing, has_passive;
    if missing > 0 then
        raise exception '% of % names nobody', tg_argv[0], tg_table_name using errcode = 'foreign_key_violation';
    end if;
    if has_passive and tg_argv[1]::boolean and not accounts.acts_pass() then
        raise exception 'passive' using errcode = 'CRM09';
    end if;
    return null;
end $$;

create or replace trigger stays before delete or truncate on accounts.contacts for each statement execute function kernel.refuse_deletion();

-- Called by the migrator for each table that a page of personal data links to a person.
create or replace procedure accounts.link_to_person(p_schema text, p_table text, p_column text, p_guard boolean, p_append_only boolean) language plpgsql as $$
declare
    target regclass := format('%I.%I', p_schema, p_table)::regclass;
    act text;
begin
    foreach act in array array['insert', 'update', 'delete'] loop
        if p_guard or act <> 'delete' then
            execute format('create or replace trigger %I after %s on %s referencing %s for each statement execute function accounts.check_person(%L, %L)',
                           'person_' || act, act, target, case act when 'delete' then 'old table as old_rows' else 'new table as new_rows' end, p_column, p_guard);
        else
            execute format('drop trigger if exists %I on %s', 'person_' || act, target);
        end if;
    end loop;
    if p_append_only then
        execute format('create or replace trigger append_only before update or delete or truncate on %s for each statement execute function kernel.refuse_change()', target);
    end if;
end $$;
