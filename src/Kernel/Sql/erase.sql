-- Strikes what names a person out of texts. With the owner's rights: some of the columns stand beside evidence, where the app may change nothing; it does so here only.
-- p_ids: the rows, by their id; null for all.
create or replace function kernel.strike(p_table regclass, p_columns text[], p_pattern text, p_flags text, p_ids uuid[] default null) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    struck bigint;
begin
    if current_setting('crm.act', true) is distinct from 'erase' then
        raise exception 'append-only: %', p_table using errcode = 'CRM10';
    end if;
    execute format(
        'update %s t set %s where t::text %s $1 %s', p_table,
        (select string_agg(format(case a.atttypid when 'text[]'::regtype
                                       then '%1$I = array(select regexp_replace(x, $1, ''[poistettu]'', $2) from unnest(t.%1$I) with ordinality u(x, n) order by n)'
                                       else '%1$I = regexp_replace(t.%1$I::text, $1, ''[poistettu]'', $2)::%2$s' end, a.attname, a.atttypid::regtype), ', ')
         from pg_attribute a where a.attrelid = p_table and a.attname = any(p_columns)),
        case when strpos(p_flags, 'i') > 0 then '~*' else '~' end,
        case when p_ids is null then '' else 'and t.id = any($3)' end)
        using p_pattern, p_flags, p_ids;
    get diagnostics struck = row_count;
    return struck;
end $$;
