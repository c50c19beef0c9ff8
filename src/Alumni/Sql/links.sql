call kernel.link('alumni.interests', 'form_code', 'alumni.cooperation_forms', 'code');
