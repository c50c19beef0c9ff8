call accounts.link_to_record('accounts', 'experts', 'assignments', 'account_id', true);

-- The bytes of a file go with it, whoever removes it.
create or replace function experts.drop_contents() returns trigger language plpgsql as $$
begin
    delete from experts.file_contents c using old_rows f where c.file_id = f.id;
    return null;
end $$;
create or replace trigger drop_contents after delete on experts.files referencing old table as old_rows for each statement execute function experts.drop_contents();

-- The fixed shape of a view <schema>.personal_file: what lies as a file beside the rows of a category of personal data. The access package has them.
create or replace view experts.personal_file as
select f.contact_id, 'files'::text as category, f.id, f.name, c.content from experts.files f join experts.file_contents c on c.file_id = f.id;

-- Three years after a consent it should be asked anew; nothing ends by itself.
create or replace view experts.pool_consent as
select s.contact_id, s.since, ((s.since at time zone 'Europe/Helsinki') + interval '3 years')::date as valid_until from consent.standing_consent s where s.purpose = 'expert-pool';

create or replace view experts.contact_timeline as
select a.contact_id, a.starts_on::timestamp at time zone 'Europe/Helsinki' as at, 'expert-assignment'::text as kind, 'expert-assignment-' || a.id as id, null::text as by_name,
       jsonb_build_object('title', a.title) as details
from experts.assignments a join experts.pool_consent c on c.contact_id = a.contact_id
union all
select entity_id, at, 'changed', 'change-' || id, user_name, jsonb_build_object('useCase', use_case) from kernel.audit_entries where entity = 'Expert' and kind = 'modified';

-- What people are chosen by for target groups and mailing lists, while their consent to the pool stands.
create or replace view experts.target_group_field as
select e.contact_id, 'expert.competence'::text as field, t as value, null::int as number, null::date as day from experts.experts e join experts.pool_consent c on c.contact_id = e.contact_id cross join unnest(e.tags) t
union all
select e.contact_id, 'expert.field', f, null, null from experts.experts e join experts.pool_consent c on c.contact_id = e.contact_id cross join unnest(e.fields) f
union all
select e.contact_id, 'expert.form', f, null, null from experts.experts e join experts.pool_consent c on c.contact_id = e.contact_id cross join unnest(e.forms) f;

create or replace view experts.target_group_field_kind as
select * from (values
    ('expert.competence', 'choice', array['is'], 'Osaajan osaaminen', 'Expert’s competence', 24),
    ('expert.field', 'choice', array['is'], 'Osaajan ala', 'Expert’s field', 25),
    ('expert.form', 'choice', array['is'], 'Osaajan yhteistyömuoto', 'Expert’s form of cooperation', 26)
) as k(field, kind, operators, fi, en, position);

create or replace view experts.target_group_value as
select f.field, c.code as value, c.fi, c.en
from (values ('expert.competence', 'competences'), ('expert.field', 'expert-fields'), ('expert.form', 'expert-forms')) as f(field, list) join administration.code c on c.list = f.list;

-- Where people work, as they told: a column of mailing lists.
create or replace view experts.contact_work as
select e.contact_id, e.employer as organisation, e.task from experts.experts e join experts.pool_consent c on c.contact_id = e.contact_id where e.employer is not null or e.task is not null;
