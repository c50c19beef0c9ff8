-- The codes as other modules read them, and every name that leads to one.
create or replace view administration.code as
select c.list, c.code, c.fi, c.en, c.aliases, c.position, c.is_retired from administration.codes c;

create or replace trigger stays before delete or truncate on administration.codes for each statement execute function kernel.refuse_deletion();

-- The code that a text names, by its names of today or before, whatever the capitals, spaces and hyphens; null when it names none: a text is never forced into a code.
create or replace function administration.code_of(p_list text, p_name text) returns text language sql stable as $$
    select c.code from administration.codes c
    where c.keys @> array[administration.code_key(p_name)] and c.list = p_list and administration.code_key(p_name) <> ''
    order by c.is_retired, c.position, c.code limit 1
$$;

-- A column that holds codes of a list: others are refused. Codes are never deleted, so looking when the row is written is enough.
create or replace function administration.refuse_unknown_code() returns trigger language plpgsql as $$
declare
    is_loose boolean;
begin
    execute format('select exists (select 1 from (select distinct %1$I as key from new_rows where %1$I is not null) r
                                   where not exists (select 1 from administration.codes c where c.list = %2$L and c.code = r.key))', tg_argv[0], tg_argv[1]) into is_loose;
    if is_loose then
        raise exception '% of % is not in the list %', tg_argv[0], tg_table_name, tg_argv[1] using errcode = 'foreign_key_violation';
    end if;
    return null;
end $$;

create or replace procedure administration.link_code(p_table regclass, p_column text, p_list text) language plpgsql as $$
declare
    act text;
begin
    foreach act in array array['insert', 'update'] loop
        execute format('create or replace trigger %I after %s on %s referencing new table as new_rows for each statement execute function administration.refuse_unknown_code(%L, %L)',
                       'code_' || p_column || '_' || act, act, p_table, p_column, p_list);
    end loop;
end $$;

-- Beside a free text stands the code that it names: found when the text is written and again when the list changes. Who writes many rows may find the codes beforehand, once a name.
-- Arguments: the text's column, the code's column, the list.
create or replace function administration.name_code() returns trigger language plpgsql as $$
declare
    name text := to_jsonb(new) ->> tg_argv[0];
begin
    return jsonb_populate_record(new, jsonb_build_object(tg_argv[1], case when name is null then null else administration.code_of(tg_argv[2], name) end));
end $$;

-- Arguments: the table, the text's column, the code's column, the list. A person's being passive keeps no code from being found.
create or replace function administration.name_codes_again() returns trigger language plpgsql as $$
declare
    act text := coalesce(current_setting('crm.act', true), '');
begin
    if exists (select from new_rows where list = tg_argv[3]) then
        perform set_config('crm.act', 'rectify', true);
        execute format('update %1$s set %2$I = %2$I where %2$I is not null and %3$I is distinct from administration.code_of(%4$L, %2$I)', tg_argv[0], tg_argv[1], tg_argv[2], tg_argv[3]);
        perform set_config('crm.act', act, true);
    end if;
    return null;
end $$;

create or replace procedure administration.name_code(p_table regclass, p_text text, p_code text, p_list text) language plpgsql as $$
declare
    act text;
begin
    execute format('create or replace trigger %I before insert on %s for each row when (new.%I is not null and new.%I is null) execute function administration.name_code(%L, %L, %L)',
                   'name_' || p_text || '_insert', p_table, p_text, p_code, p_text, p_code, p_list);
    execute format('create or replace trigger %I before update of %I on %s for each row execute function administration.name_code(%L, %L, %L)',
                   'name_' || p_text || '_update', p_text, p_table, p_text, p_code, p_list);
    foreach act in array array['insert', 'update'] loop
        execute format('create or replace trigger %I after %s on administration.codes referencing new table as new_rows for each statement execute function administration.name_codes_again(%L, %L, %L, %L)',
                       replace(p_table::text, '.', '_') || '_' || p_text || '_' || act, act, p_table::text, p_text, p_code, p_list);
    end loop;
end $$;
