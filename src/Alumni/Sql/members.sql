-- All but those who withdrew or refused the consent to the alumni register, for counting: nothing of the card has to be read.
create or replace view alumni.member as
select p.contact_id from accounts.target_person p
where not exists (select from consent.target_group_field n where n.contact_id = p.contact_id and n.field = 'consent.no' and n.value = 'alumni');

-- The cards of the same: what rests on it stops the same moment.
create or replace view alumni.member_card as
select c.* from accounts.contact_card c
where not exists (select from consent.target_group_field n where n.contact_id = c.id and n.field = 'consent.no' and n.value = 'alumni');
