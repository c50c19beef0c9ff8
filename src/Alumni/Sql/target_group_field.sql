-- What people are chosen by for target groups and mailing lists. A programme carries its year of graduation, so that both can be asked of one degree.
create or replace view alumni.target_group_field as
select d.contact_id, 'alumni.programme'::text as field, d.programme as value, d.graduated_year as number from alumni.degrees d where d.programme is not null
union all
select d.contact_id, 'alumni.graduated', d.graduated_year::text, d.graduated_year from alumni.degrees d where d.graduated_year is not null
union all
select i.contact_id, 'alumni.form', i.form_code, null from alumni.interests i;

-- Where people work, as they told: a column of mailing lists.
create or replace view alumni.contact_work as
select a.contact_id, a.employer as organisation, a.task from alumni.alumni a where a.employer is not null or a.task is not null;
