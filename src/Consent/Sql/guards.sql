call kernel.link('consent.disclosed_contacts', 'disclosure_id', 'consent.disclosures');

-- A passive person's block may not be lifted.
create or replace function consent.keep_blocks_of_passive() returns trigger language plpgsql as $$
begin
    if not accounts.acts_pass() and exists (select 1 from accounts.contacts c where c.id = new.contact_id and c.is_passive) then
        raise exception 'passive' using errcode = 'CRM09';
    end if;
    return new;
end $$;

create or replace trigger keep_blocks_of_passive before update on consent.blocks
    for each row when (new.lifted_at is not null and old.lifted_at is null) execute function consent.keep_blocks_of_passive();
