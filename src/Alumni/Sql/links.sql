call administration.link_code('alumni.interests', 'form_code', 'cooperation-forms');
call administration.link_code('alumni.alumni_requests', 'form_code', 'cooperation-forms');
call administration.name_code('alumni.degrees', 'programme', 'programme_code', 'programmes');
call administration.name_code('alumni.degrees', 'institution', 'institution_code', 'institutions');
