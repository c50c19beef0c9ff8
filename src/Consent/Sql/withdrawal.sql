-- What rested on a purpose that is gone goes to the erasure queue in the same statement; what comes back leaves it.
create or replace function consent.queue_erasure(p_contact uuid, p_purpose text, p_cause text) returns void language sql as $$
    insert into consent.erasure_queue (id, contact_id, purpose, cause, lost_at, due_on, state)
    select gen_random_uuid(), p_contact, p.code, p_cause, now(), (now() at time zone 'Europe/Helsinki')::date + p.erasure_days, 'open'
    from consent.current_purpose p
    where p.code = p_purpose and not exists (select from consent.active_purpose a where a.contact_id = p_contact and a.purpose = p.code)
    on conflict (contact_id, purpose) where state = 'open' do update set cause = excluded.cause where excluded.cause <> 'role-ended'
$$;

create or replace function consent.return_from_queue(p_contacts uuid[]) returns void language sql as $$
    update consent.erasure_queue q set state = 'returned', decided_at = now()
    where q.contact_id = any(p_contacts) and q.state = 'open' and exists (select from consent.active_purpose a where a.contact_id = q.contact_id and a.purpose = q.purpose)
$$;

create or replace function consent.follow_standing() returns trigger language plpgsql as $$
begin
    perform consent.queue_erasure(n.contact_id, n.purpose, 'withdrawn') from new_rows n where n.state in ('withdrawn', 'refused', 'expired') and n.purpose not like '%.%';
    if exists (select from consent.erasure_queue where state = 'open') then
        perform consent.return_from_queue(array(select n.contact_id from new_rows n where n.state in ('given', 'confirmed')));
    end if;
    return null;
end $$;
create or replace trigger follow_standing_insert after insert on consent.standings referencing new table as new_rows for each statement execute function consent.follow_standing();
create or replace trigger follow_standing_update after update on consent.standings referencing new table as new_rows for each statement execute function consent.follow_standing();

create or replace function consent.follow_roles() returns trigger language plpgsql as $$
begin
    -- An un-merge or an undo takes roles back as they were; neither is the end of a cooperation.
    if tg_op = 'UPDATE' and coalesce(current_setting('crm.act', true), '') not in ('erase', 'merge', 'undo') then
        perform consent.queue_erasure(n.contact_id, p.code, 'role-ended')
        from new_rows n join old_rows o on o.id = n.id and o.ended_on is null join consent.current_purpose p on n.role = any(p.roles) where n.ended_on is not null;
    end if;
    if exists (select from consent.erasure_queue where state = 'open') then
        perform consent.return_from_queue(array(select n.contact_id from new_rows n where n.ended_on is null));
    end if;
    return null;
end $$;
create or replace trigger follow_roles_insert after insert on accounts.contact_roles referencing new table as new_rows for each statement execute function consent.follow_roles();
create or replace trigger follow_roles_update after update on accounts.contact_roles referencing old table as old_rows new table as new_rows for each statement execute function consent.follow_roles();

create or replace function consent.follow_objection() returns trigger language plpgsql as $$
begin
    if new.lifted_at is null then
        perform consent.queue_erasure(new.contact_id, new.purpose, 'objected');
    else
        perform consent.return_from_queue(array[new.contact_id]);
    end if;
    return null;
end $$;
create or replace trigger follow_objection after insert or update on consent.objections for each row execute function consent.follow_objection();
