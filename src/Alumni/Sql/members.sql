-- The cards of all but those who withdrew or refused the consent to the alumni register: what rests on it stops the same moment.
create or replace view alumni.member_card as
select c.* from accounts.contact_card c
where not exists (select from consent.target_group_field n where n.contact_id = c.id and n.field = 'consent.no' and n.value = 'alumni');
