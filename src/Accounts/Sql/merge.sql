-- Merging moves rows from one record to another and keeps what it did; un-merging moves them back (docs/decisions/0018-merge-and-unmerge.md).
-- None of it knows a table by name: the links come from the pages of personal data, from the guards of organisations and from foreign keys.
create or replace function accounts.key_of(p_table regclass) returns text[] language sql stable as $$
    select array_agg(a.attname::text order by k.place)
    from pg_index i cross join lateral unnest(i.indkey) with ordinality k(number, place) join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number
    where i.indrelid = p_table and i.indisprimary
$$;

-- Columns that lead to an organisation; those that are not guarded tell what was done to this very record, and stay.
-- A part (an address of it) has no life of its own: what is primary is so within the organisation.
create or replace view accounts.account_link as
select t.tgrelid::regclass::text as table_name, split_part(encode(t.tgargs, 'escape'), '\000', 1) as column_name, false as is_part
from pg_trigger t where t.tgname = 'account_insert' and split_part(encode(t.tgargs, 'escape'), '\000', 2) in ('t', 'true')
union
select c.conrelid::regclass::text, a.attname::text, c.conrelid <> c.confrelid
from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
where c.contype = 'f' and c.confrelid = 'accounts.accounts'::regclass and cardinality(c.conkey) = 1;

-- What differs, without what each change raises.
create or replace function accounts.differing(p_one jsonb, p_other jsonb) returns jsonb language sql immutable as $$
    select coalesce(jsonb_object_agg(key, value), '{}') - '{version,updated_at}'::text[] from jsonb_each(p_one) where value is distinct from p_other -> key
$$;

create or replace function accounts.part_of(p_row jsonb, p_keys text[]) returns jsonb language sql immutable as $$
    select jsonb_object_agg(k, p_row -> k) from unnest(p_keys) k
$$;

-- Runs an update of the table (alias t) and keeps what it changed.
create or replace function accounts.journaled(p_merge uuid, p_table regclass, p_owner text, p_people boolean, p_update text, p_one uuid, p_many uuid[], p_place tid, p_text text default null)
returns bigint language plpgsql as $$
declare
    made bigint;
begin
    execute format(
        'with done as (update %s t %s returning to_jsonb(old) as b, to_jsonb(new) as a)
         insert into accounts.merge_rows (merge_id, owner_id, contact_id, table_name, key, before, after)
         select %L::uuid, (b ->> %L)::uuid, %s, %L, accounts.part_of(a, %L), accounts.differing(b, a), accounts.differing(a, b) from done where accounts.differing(b, a) <> ''{}''',
        p_table, p_update, p_merge, p_owner, case when p_people then format('(b ->> %L)::uuid', p_owner) else 'null' end, p_table::text, accounts.key_of(p_table))
        using p_one, p_many, p_place, p_text;
    get diagnostics made = row_count;
    return made;
end $$;

-- A person has one such row at most, and other rows hang on it: the survivor gets a copy where it has none, and what it lacks where it has one.
create or replace function accounts.copy_row(p_merge uuid, p_table regclass, p_column text, p_from uuid[], p_to uuid) returns void language plpgsql as $$
declare
    owner uuid;
    made bigint;
    theirs jsonb;
    columns text := (select string_agg(quote_ident(attname), ', ') from pg_attribute where attrelid = p_table and attnum > 0 and not attisdropped and attgenerated = '');
    fill text := (select string_agg(format('%1$I = coalesce(t.%1$I, l.%1$I)', attname), ', ') from pg_attribute
                  where attrelid = p_table and attnum > 0 and not attisdropped and attgenerated = '' and not attnotnull);
begin
    foreach owner in array p_from loop
        execute format('select to_jsonb(t) from %s t where t.%I = $1', p_table, p_column) into theirs using owner;
        continue when theirs is null;
        theirs := theirs || jsonb_build_object(p_column, p_to);
        execute format('insert into %1$s (%2$s) select %2$s from jsonb_populate_record(null::%1$s, $1) on conflict do nothing', p_table, columns) using theirs;
        get diagnostics made = row_count;
        if made > 0 then
            insert into accounts.merge_rows (merge_id, owner_id, contact_id, table_name, key, before, after)
            values (p_merge, owner, owner, p_table::text, jsonb_build_object(p_column, p_to), null, jsonb_build_object(p_column, owner));
        elsif fill is not null then
            perform accounts.journaled(p_merge, p_table, p_column, true, format('set %s from %s l where t.%3$I = $1 and l.%3$I = $2[1]', fill, p_table, p_column), p_to, array[owner], null);
        end if;
    end loop;
end $$;

-- Moves the rows of a table. What the survivor has already, by a unique index or word for word, stays where it is: it is there once, and nothing is lost.
create or replace function accounts.move_rows(p_merge uuid, p_table regclass, p_column text, p_from uuid[], p_to uuid, p_people boolean, p_owned boolean) returns void language plpgsql as $$
declare
    keys text[] := accounts.key_of(p_table);
    move text := format('set %I = $1', p_column);
    is_new text := '';
    line tid;
begin
    if keys = array[p_column] then
        perform accounts.copy_row(p_merge, p_table, p_column, p_from, p_to);
        return;
    end if;
    if p_owned and exists (select from pg_attribute where attrelid = p_table and attname = 'is_primary' and not attisdropped) then
        -- The survivor's primary stands; else that of the first who has one.
        move := move || format(
            ', is_primary = t.is_primary and not exists (select from %1$s s where s.%2$I = $1 and s.is_primary)
               and not exists (select from %1$s s where s.%2$I = any($2) and s.is_primary and array_position($2, s.%2$I) < array_position($2, t.%2$I))', p_table, p_column);
    end if;
    if keys = array['id'] then
        is_new := format(' and not exists (select from %1$s s where s.%2$I = $1 and to_jsonb(s) - %3$L::text[] = to_jsonb(t) - %3$L::text[])', p_table, p_column, array['id', p_column, 'is_primary']);
    end if;
    if cardinality(p_from) = 1 then
        begin
            perform accounts.journaled(p_merge, p_table, p_column, p_people, move || format(' where t.%I = any($2)', p_column) || is_new, p_to, p_from, null);
            return;
        exception when unique_violation then
            -- One by one, to see which.
        end;
    end if;
    for line in execute format('select t.ctid from %1$s t where t.%2$I = any($1) order by array_position($1, t.%2$I)', p_table, p_column) using p_from loop
        begin
            perform accounts.journaled(p_merge, p_table, p_column, p_people, move || ' where t.ctid = $3' || is_new, p_to, p_from, line);
        exception when unique_violation then
            -- It stays.
        end;
    end loop;
end $$;

-- The one that a person chose becomes the primary among a record's rows.
create or replace function accounts.choose_primary(p_merge uuid, p_table regclass, p_column text, p_to uuid, p_by text, p_value text) returns void language plpgsql as $$
declare
    is_there boolean;
begin
    execute format('select exists (select from %s t where t.%I = $1 and t.%I::text = $2)', p_table, p_column, p_by) into is_there using p_to, p_value;
    if is_there then
        perform accounts.journaled(p_merge, p_table, p_column, true, format('set is_primary = t.%1$I::text = $4 where t.%2$I = $1 and t.is_primary <> (t.%1$I::text = $4)', p_by, p_column), p_to, null, null, p_value);
    end if;
end $$;

-- Takes the rows of a merge back, the last first. Each column returns where it still holds what the merge wrote; later edits stay. Answers the rows that could not return.
create or replace function accounts.take_rows_back(p_merge uuid) returns table (table_name text, key jsonb) language plpgsql as $$
declare
    line record;
    is_key text;
    columns text;
    child record;
    is_used boolean;
begin
    for line in select r.table_name::regclass as tab, r.* from accounts.merge_rows r where r.merge_id = p_merge and r.after -> 'record' is null order by r.sequence desc loop
        is_key := (select string_agg(format('t.%1$I = k.%1$I', k), ' and ') from unnest(accounts.key_of(line.tab)) k);
        if line.before is null then
            is_used := false;
            for child in select c.conrelid::regclass as tab, a.attname from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1] where c.contype = 'f' and c.confrelid = line.tab loop
                execute format('select $1 or exists (select from %s t where t.%I = ($2 ->> $3)::uuid)', child.tab, child.attname) into is_used using is_used, line.key, (select jsonb_object_keys(line.key));
            end loop;
            columns := (select string_agg(format('%1$I = s.%1$I', attname), ', ') from pg_attribute
                        where attrelid = line.tab and attnum > 0 and not attisdropped and attgenerated = '' and not line.key ? attname::text);
            if is_used then
                table_name := line.tab::text;
                key := line.key;
                return next;
            else
                -- What the copy says by now goes home with it.
                execute format('update %1$s t set %2$s from %1$s s, jsonb_populate_record(null::%1$s, $1) k, jsonb_populate_record(null::%1$s, $2) h where %3$s and %4$s',
                               line.tab, columns, replace(is_key, 't.', 's.'), replace(is_key, 'k.', 'h.')) using line.key, line.after;
                execute format('delete from %1$s t using jsonb_populate_record(null::%1$s, $1) k where %2$s', line.tab, is_key) using line.key;
            end if;
            continue;
        end if;
        columns := (select string_agg(format('%1$I = case when t.%1$I is not distinct from a.%1$I then b.%1$I else t.%1$I end', c), ', ') from jsonb_object_keys(line.after) c
                    where not exists (select from pg_attribute where attrelid = line.tab and attname = c and attgenerated <> ''));
        begin
            execute format('update %1$s t set %2$s from jsonb_populate_record(null::%1$s, $1) k, jsonb_populate_record(null::%1$s, $2) a, jsonb_populate_record(null::%1$s, $3) b where %3$s',
                           line.tab, columns, is_key) using line.key, line.after, line.before;
        exception when unique_violation or exclusion_violation then
            table_name := line.tab::text;
            key := line.key;
            return next;
        end;
    end loop;
end $$;

-- One primary among a record's rows, whatever came and went: the eldest if there were two or, where one there must be, none.
create or replace function accounts.keep_one_primary(p_table regclass, p_column text, p_owners uuid[], p_must boolean) returns void language plpgsql as $$
begin
    execute format(
        'update %1$s t set is_primary = (t.id = x.id) from (
             select s.%2$I as owner, (array_agg(s.id order by s.is_primary desc, s.id))[1] as id from %1$s s where s.%2$I = any($1)
             group by 1 having count(*) filter (where s.is_primary) > 1 or ($2 and count(*) filter (where s.is_primary) = 0)) x
         where t.%2$I = x.owner and t.is_primary <> (t.id = x.id)', p_table, p_column) using p_owners, p_must;
end $$;

-- Rows of the survivor that came after the merge: by the time in their ids, or by when they say they were added.
create or replace function accounts.later_rows(p_merge uuid, p_table regclass, p_column text, p_to uuid, p_at timestamptz) returns table (key jsonb) language plpgsql as $$
declare
    born text := (select string_agg(case when atttypid = 'uuid'::regtype then format('uuid_extract_timestamp(t.%I)', attname) else format('t.%I', attname) end, ', ') from pg_attribute
                  where attrelid = p_table and not attisdropped and attname <> p_column
                    and ((atttypid = 'uuid'::regtype and attname = any(accounts.key_of(p_table))) or (atttypid = 'timestamptz'::regtype and attname in ('added_at', 'registered_at', 'created_at'))));
begin
    if born is null then
        return;
    end if;
    return query execute format(
        'select accounts.part_of(to_jsonb(t), %1$L) from %2$s t where t.%3$I = $1 and greatest(%4$s) > $2
           and not exists (select from accounts.merge_rows r where r.merge_id = $3 and r.table_name = %5$L and r.key = accounts.part_of(to_jsonb(t), %1$L))',
        accounts.key_of(p_table), p_table, p_column, born, p_table::text) using p_to, p_at, p_merge;
end $$;
