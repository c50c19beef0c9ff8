-- A row of a mailing list may not point to a passive person, and a passive person's block may not be lifted.
create or replace trigger guard_passive after insert on consent.disclosed_contacts referencing new table as new_rows
    for each statement execute function accounts.refuse_passive('contact_id');

create or replace function consent.keep_blocks_of_passive() returns trigger language plpgsql as $$
begin
    if not accounts.acts_pass() and exists (select 1 from accounts.contacts c where c.id = new.contact_id and c.is_passive) then
        raise exception 'passive' using errcode = 'CRM09';
    end if;
    return new;
end $$;

create or replace trigger keep_blocks_of_passive before update on consent.blocks
    for each row when (new.lifted_at is not null and old.lifted_at is null) execute function consent.keep_blocks_of_passive();
