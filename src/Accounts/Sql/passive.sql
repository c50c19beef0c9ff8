-- A passive person can be read, but neither edited nor used with other records: the database itself refuses.
-- Activation, erasure, rectification, merge, undo and withdrawal pass by set_config('crm.act', ..., true).
create or replace function accounts.acts_pass() returns boolean language sql stable as $$
    select coalesce(current_setting('crm.act', true), '') in ('erase', 'rectify', 'merge', 'undo', 'withdraw')
$$;

-- An organisation likewise.
create or replace function accounts.guard_record() returns trigger language plpgsql as $$
begin
    if old.is_passive and new.is_passive and not accounts.acts_pass() then
        raise exception 'passive' using errcode = 'CRM09';
    end if;
    -- Somebody merged it meanwhile: what was read of it is not so any more. The command runs again and meets the record that it became a part of.
    if old.merged_into_id is not null and new.merged_into_id is not null and not accounts.acts_pass() then
        raise exception 'merged' using errcode = 'serialization_failure';
    end if;
    -- Erased meanwhile: the same, and it meets nobody.
    if tg_table_name = 'contacts' and to_jsonb(old) ->> 'erased_at' is not null and coalesce(current_setting('crm.act', true), '') <> 'erase' then
        raise exception 'erased' using errcode = 'serialization_failure';
    end if;
    -- Whoever links to this record holds a key share lock on the row: wait for them, so that no link slips in beside the passivation.
    if new.is_passive and not old.is_passive then
        execute format('select 1 from %I.%I where id = $1 for update', tg_table_schema, tg_table_name) using new.id;
    end if;
    return new;
end $$;

create or replace trigger guard_passive before update on accounts.contacts for each row execute function accounts.guard_record();
create or replace trigger guard_passive before update on accounts.accounts for each row execute function accounts.guard_record();

-- Every row that names a person or an organisation: it must be there, and must not be passive where the table is guarded. The lock keeps it so until the commit.
-- Arguments: the column, whether the table is guarded, and where the column leads to: contacts or accounts.
create or replace function accounts.check_record() returns trigger language plpgsql as $$
declare
    rows_of text := case when tg_op = 'DELETE' then 'old_rows' else 'new_rows' end;
    missing bigint;
    has_passive boolean;
    has_merged boolean;
    has_erased boolean;
begin
    if tg_op = 'DELETE' and accounts.acts_pass() then
        return null;
    end if;
    -- Each person is looked up by the key: a join is planned by statistics, which know nothing of the rows of a first import.
    execute format('select count(*) - count(x.is_passive), bool_or(x.is_passive), bool_or(x.is_merged), bool_or(x.is_erased)
                    from (select distinct r.%1$I as id from %2$I r where r.%1$I is not null) n
                    left join lateral (select c.is_passive, c.merged_into_id is not null as is_merged, %4$s as is_erased from accounts.%3$I c where c.id = n.id for key share) x on true',
                   tg_argv[0], rows_of, tg_argv[2], case tg_argv[2] when 'contacts' then 'c.erased_at is not null' else 'false' end)
        into missing, has_passive, has_merged, has_erased;
    if missing > 0 then
        raise exception '% of % leads nowhere', tg_argv[0], tg_table_name using errcode = 'foreign_key_violation';
    end if;
    -- As in guard_record.
    if has_merged and tg_op <> 'DELETE' and not accounts.acts_pass() then
        raise exception 'merged' using errcode = 'serialization_failure';
    end if;
    if has_erased and tg_op <> 'DELETE' and coalesce(current_setting('crm.act', true), '') <> 'erase' then
        raise exception 'erased' using errcode = 'serialization_failure';
    end if;
    if has_passive and tg_argv[1]::boolean and not accounts.acts_pass() then
        raise exception 'passive' using errcode = 'CRM09';
    end if;
    return null;
end $$;

create or replace trigger stays before delete or truncate on accounts.contacts for each statement execute function kernel.refuse_deletion();

-- An organisation that an import made goes with the import, if nobody has used it: it holds nobody's data that would have to be remembered as erased.
create or replace function accounts.refuse_deletion() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and coalesce(current_setting('crm.act', true), '') = 'undo' then
        return null;
    end if;
    raise exception 'rows of % are never deleted', tg_table_name using errcode = 'CRM10';
end $$;
create or replace trigger stays before delete or truncate on accounts.accounts for each statement execute function accounts.refuse_deletion();

-- Makes a column lead to a person or an organisation (p_target: contacts, accounts).
create or replace procedure accounts.link_to_record(p_target text, p_schema text, p_table text, p_column text, p_guard boolean) language plpgsql as $$
declare
    target regclass := format('%I.%I', p_schema, p_table)::regclass;
    act text;
    trigger_name text;
begin
    foreach act in array array['insert', 'update', 'delete'] loop
        trigger_name := case p_target when 'contacts' then 'person_' else 'account_' end || act;
        if p_guard or act <> 'delete' then
            execute format('create or replace trigger %I after %s on %s referencing %s for each statement execute function accounts.check_record(%L, %L, %L)',
                           trigger_name, act, target, case act when 'delete' then 'old table as old_rows' else 'new table as new_rows' end, p_column, p_guard, p_target);
        else
            execute format('drop trigger if exists %I on %s', trigger_name, target);
        end if;
    end loop;
end $$;

-- Called by the migrator for each table that a page of personal data links to a person.
create or replace procedure accounts.link_to_person(p_schema text, p_table text, p_column text, p_guard boolean, p_append_only boolean) language plpgsql as $$
begin
    call accounts.link_to_record('contacts', p_schema, p_table, p_column, p_guard);
    if p_append_only then
        execute format('create or replace trigger append_only before update or delete or truncate on %I.%I for each statement execute function kernel.refuse_change()', p_schema, p_table);
    end if;
end $$;

-- The same triggers look where these lead, by set; a foreign key would look once more a row.
alter table accounts.contact_emails drop constraint if exists fk_contact_emails_contacts_contact_id;
alter table accounts.contact_phones drop constraint if exists fk_contact_phones_contacts_contact_id;
alter table accounts.contact_roles drop constraint if exists fk_contact_roles_contacts_contact_id;

call accounts.link_to_record('accounts', 'accounts', 'affiliations', 'account_id', true);
call accounts.link_to_record('accounts', 'accounts', 'status_changes', 'account_id', true);
call accounts.link_to_record('accounts', 'accounts', 'bulked_records', 'account_id', false);

-- A passive organisation gets no new part.
create or replace function accounts.check_parent() returns trigger language plpgsql as $$
declare
    above record;
begin
    if accounts.acts_pass() then
        return null;
    end if;
    select a.is_passive, a.merged_into_id into above from accounts.accounts a where a.id = new.parent_id for key share;
    if above.merged_into_id is not null then
        raise exception 'merged' using errcode = 'serialization_failure';
    elsif above.is_passive then
        raise exception 'passive' using errcode = 'CRM09';
    end if;
    return null;
end $$;
create or replace trigger check_parent_insert after insert on accounts.accounts for each row when (new.parent_id is not null) execute function accounts.check_parent();
create or replace trigger check_parent_update after update of parent_id on accounts.accounts for each row
    when (new.parent_id is not null and new.parent_id is distinct from old.parent_id) execute function accounts.check_parent();
