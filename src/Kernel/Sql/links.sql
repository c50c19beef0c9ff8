-- Links that are written by the ten thousand are checked by set: a foreign key asks once a row, which costs more than writing the row.
-- It holds because what is linked to stays: those rows are emptied or ended, never deleted, so looking when the link is made is enough.
create or replace function kernel.refuse_deletion() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are never deleted', tg_table_name using errcode = 'CRM10';
end $$;

-- Arguments: the column, the table that it leads to, that table's key.
create or replace function kernel.refuse_loose() returns trigger language plpgsql as $$
declare
    is_loose boolean;
begin
    execute format('select exists (select 1 from (select distinct %1$I as key from new_rows where %1$I is not null) r where not exists (select 1 from %2$s t where t.%3$I = r.key))',
                   tg_argv[0], tg_argv[1], tg_argv[2]) into is_loose;
    if is_loose then
        raise exception '% of % leads nowhere', tg_argv[0], tg_table_name using errcode = 'foreign_key_violation';
    end if;
    return null;
end $$;

create or replace procedure kernel.link(p_table regclass, p_column text, p_target regclass, p_key text default 'id') language plpgsql as $$
declare
    act text;
begin
    foreach act in array array['insert', 'update'] loop
        execute format('create or replace trigger %I after %s on %s referencing new table as new_rows for each statement execute function kernel.refuse_loose(%L, %L, %L)',
                       'link_' || p_column || '_' || act, act, p_table, p_column, p_target, p_key);
    end loop;
    execute format('create or replace trigger stays before delete or truncate on %s for each statement execute function kernel.refuse_deletion()', p_target);
end $$;
