-- What holds now follows the ledger in the same statement. An annulled entry counts for nothing: the state before it returns.
create or replace function consent.follow_ledger() returns trigger language plpgsql as $$
begin
    -- One person's entries are followed one after another; without it a yes and a no at the same moment could leave the elder standing.
    -- A person whom this transaction made nobody else can see.
    perform 1 from accounts.contacts c where c.id in (select n.contact_id from new_rows n) and c.xmin <> pg_current_xact_id()::xid order by c.id for no key update;
    -- A passive person may say no, and nothing else.
    if exists (select 1 from new_rows n join accounts.contacts c on c.id = n.contact_id and c.is_passive where n.kind in ('given', 'confirmed', 'legacy-unproven')) then
        raise exception 'passive' using errcode = 'CRM09';
    end if;
    -- A no is never taken back: what the person says later stands beside it.
    if exists (select 1 from new_rows n join consent.events a on a.id = n.annuls where n.kind = 'annulled' and a.kind in ('refused', 'withdrawn')) then
        raise exception 'a no is never annulled' using errcode = 'CRM10';
    end if;
    insert into consent.standings (contact_id, purpose, state, since, event_id)
    select distinct on (n.contact_id, n.purpose) n.contact_id, n.purpose, n.kind, n.at, n.id from new_rows n
    where n.kind <> 'annulled' order by n.contact_id, n.purpose, n.sequence desc
    on conflict (contact_id, purpose) do update set state = excluded.state, since = excluded.since, event_id = excluded.event_id
        where (select e.sequence from consent.events e where e.id = standings.event_id) < (select e.sequence from consent.events e where e.id = excluded.event_id);
    if exists (select 1 from new_rows n where n.kind = 'annulled') then
        delete from consent.standings s using new_rows n where n.kind = 'annulled' and s.contact_id = n.contact_id and s.purpose = n.purpose;
        -- One look-up a person and purpose: a join over the whole ledger turns quadratic when 100,000 entries come before the first statistics.
        insert into consent.standings (contact_id, purpose, state, since, event_id)
        select n.contact_id, n.purpose, l.kind, l.at, l.id
        from (select distinct contact_id, purpose from new_rows where kind = 'annulled') n
        cross join lateral (
            select e.kind, e.at, e.id from consent.events e
            where e.contact_id = n.contact_id and e.purpose = n.purpose and e.kind <> 'annulled' and not exists (select 1 from consent.events a where a.annuls = e.id)
            order by e.sequence desc limit 1) l;
    end if;
    return null;
end $$;

create or replace trigger follow_ledger after insert on consent.events referencing new table as new_rows
    for each statement execute function consent.follow_ledger();

call kernel.link('consent.events', 'text_id', 'consent.texts');

-- The consents that stand, for the modules whose registers rest on them.
create or replace view consent.standing_consent as
select s.contact_id, s.purpose, s.since from consent.standings s where s.state in ('given', 'confirmed');
