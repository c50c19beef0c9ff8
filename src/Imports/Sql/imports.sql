-- A person's lines in committed imports, for the timeline.
create or replace view imports.contact_timeline as
select w.contact_id, i.committed_at as at, 'import'::text as kind, i.id || '-' || w.row as id, i.created_by as by_name,
       jsonb_build_object('importId', i.id, 'fileName', i.file_name, 'row', w.row, 'act', w.act) || case when i.undone_at is null then '{}'::jsonb else jsonb_build_object('undoneAt', i.undone_at) end as details
from imports.written_rows w join imports.imports i on i.id = w.import_id
where i.committed_at is not null and w.contact_id is not null;

-- Cells without those in some places, counted from 0.
create or replace function imports.without(p_cells text[], p_places int[]) returns text[] language sql immutable strict as $$
    select array_agg(case when n - 1 <> all(p_places) then c end order by n) from unnest(p_cells) with ordinality u(c, n)
$$;
