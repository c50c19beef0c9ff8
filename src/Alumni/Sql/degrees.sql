-- The year of the latest degree stands with the alumnus, where lists are sorted by it.
create or replace function alumni.follow_degrees() returns trigger language plpgsql as $$
begin
    update alumni.alumni a set graduated = l.year
    from (select distinct contact_id from changed_rows) n
    cross join lateral (select coalesce(max(d.graduated_year), 0) as year from alumni.degrees d where d.contact_id = n.contact_id) l
    where a.contact_id = n.contact_id and a.graduated <> l.year;
    return null;
end $$;
create or replace trigger follow_degrees_insert after insert on alumni.degrees referencing new table as changed_rows
    for each statement execute function alumni.follow_degrees();
create or replace trigger follow_degrees_update after update on alumni.degrees referencing new table as changed_rows
    for each statement execute function alumni.follow_degrees();
create or replace trigger follow_degrees_delete after delete on alumni.degrees referencing old table as changed_rows
    for each statement execute function alumni.follow_degrees();
