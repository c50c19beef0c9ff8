-- What people are chosen by for target groups and mailing lists; not those who withdrew from the register. A programme carries its year of graduation, so that both can be asked of one degree.
create or replace view alumni.target_group_field as
select f.* from (
    select d.contact_id, 'alumni.programme'::text as field, d.programme as value, d.graduated_year as number, null::date as day from alumni.degrees d where d.programme is not null
    union all
    select d.contact_id, 'alumni.graduated', d.graduated_year::text, d.graduated_year, null from alumni.degrees d where d.graduated_year is not null
    union all
    select i.contact_id, 'alumni.form', i.form_code, null, null from alumni.interests i
    union all
    select a.contact_id, 'alumni.employer', a.employer, null, null from alumni.alumni a where a.employer is not null
    union all
    select d.contact_id, 'alumni.programme-code', d.programme_code, d.graduated_year, null from alumni.degrees d where d.programme_code is not null
    union all
    select r.contact_id, 'alumni.asked', r.form_code, null, r.asked_on from alumni.alumni_requests r
    union all
    select r.contact_id, 'alumni.did', r.form_code, null, coalesce(r.held_on, r.asked_on) from alumni.alumni_requests r where r.state = 'done'
    union all
    select m.contact_id, 'alumni.mentoring', m.state, null, m.starts_on from alumni.mentorings m
) f
where not exists (select from consent.target_group_field n where n.contact_id = f.contact_id and n.field = 'consent.no' and n.value = 'alumni');

create or replace view alumni.target_group_field_kind as
select * from (values
    ('alumni.programme', 'choice', array['is', 'years'], 'Koulutus (ja valmistumisvuosi)', 'Programme (and year of graduation)', 20),
    ('alumni.graduated', 'year', array['years'], 'Valmistumisvuosi', 'Year of graduation', 21),
    ('alumni.form', 'choice', array['is'], 'Alumnin yhteistyömuoto', 'Alumnus’s form of cooperation', 22),
    ('alumni.employer', 'text', array['contains'], 'Alumnin työpaikka', 'Alumnus’s employer', 23),
    ('alumni.programme-code', 'choice', array['is', 'years'], 'Koulutus nimestä riippumatta (ja valmistumisvuosi)', 'Programme under any name (and year of graduation)', 24),
    ('alumni.asked', 'choice', array['is', 'days'], 'Alumnilta pyydetty (ja milloin)', 'Asked of the alumnus (and when)', 25),
    ('alumni.did', 'choice', array['is', 'days'], 'Alumnin toteutunut teko (ja milloin)', 'Act of the alumnus (and when)', 26),
    ('alumni.mentoring', 'choice', array['is', 'days'], 'Mentorointi (ja alkamispäivä)', 'Mentoring (and its first day)', 27)
) as k(field, kind, operators, fi, en, position);

create or replace view alumni.target_group_value as
select 'alumni.programme'::text as field, d.programme as value, d.programme as fi, d.programme as en from (select distinct programme from alumni.degrees where programme is not null) d
union all
select n.field, f.code, f.fi, f.en from administration.code f, unnest(array['alumni.form', 'alumni.asked', 'alumni.did']) as n(field) where f.list = 'cooperation-forms'
union all
select 'alumni.programme-code', p.code, p.fi, p.en from administration.code p where p.list = 'programmes'
union all
select 'alumni.mentoring', m.code, m.fi, m.en
from (values ('planned', 'Suunniteltu', 'Planned'), ('active', 'Käynnissä', 'Running'), ('finished', 'Päättynyt', 'Finished'), ('cancelled', 'Peruttu', 'Cancelled')) as m(code, fi, en);

-- Where people work, as they told: a column of mailing lists.
create or replace view alumni.contact_work as
select a.contact_id, a.employer as organisation, a.task from alumni.alumni a where a.employer is not null or a.task is not null;
