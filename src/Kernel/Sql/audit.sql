-- Evidence is written by SQL and never by EF: append-only, and sealed by transaction id (docs/decisions/0004-seals.md).
create table if not exists kernel.audit_entries (
    id bigint generated always as identity primary key,
    tx xid8 not null default pg_current_xact_id(),
    at timestamptz not null,
    user_id uuid not null,
    user_name text not null,
    use_case text not null,
    kind text not null,
    entity text not null,
    entity_id uuid,
    contact_ids uuid[] not null,
    value_hash bytea
);
create index if not exists ix_audit_entries_tx on kernel.audit_entries (tx);
create index if not exists ix_audit_entries_entity_id on kernel.audit_entries (entity_id, id);
create index if not exists ix_audit_entries_contact_ids on kernel.audit_entries using gin (contact_ids);

-- The personal half of an entry: erased with the person, the entry's hash stays.
create table if not exists kernel.audit_values (
    entry_id bigint primary key references kernel.audit_entries,
    contact_id uuid,
    salt bytea not null,
    payload jsonb not null
);
create index if not exists ix_audit_values_contact_id on kernel.audit_values (contact_id);

create or replace function kernel.refuse_change() returns trigger language plpgsql as $$
begin
    -- Erasure alone takes evidence away, within its own transaction.
    if current_setting('crm.act', true) = 'erase' then
        return null;
    end if;
    raise exception 'append-only: %', tg_table_name using errcode = 'CRM10';
end $$;

create or replace trigger append_only before update or delete or truncate on kernel.audit_entries
    for each statement execute function kernel.refuse_change();

-- Entries of many records at once, each with its own values: what a use case that works by set writes instead of one entry after another.
create or replace function kernel.audit_changes(
    p_at timestamptz, p_user_id uuid, p_user_name text, p_use_case text, p_entity text, p_kind text, p_ids uuid[], p_contacts uuid[], p_values jsonb[]) returns void language sql as $$
    with given as materialized (select id, contact_id, payload, uuid_send(gen_random_uuid()) as salt from unnest(p_ids, p_contacts, p_values) g(id, contact_id, payload)),
    entries as (
        insert into kernel.audit_entries (at, user_id, user_name, use_case, kind, entity, entity_id, contact_ids, value_hash)
        select p_at, p_user_id, p_user_name, p_use_case, p_kind, p_entity, id, case when contact_id is null then '{}'::uuid[] else array[contact_id] end,
               sha256(salt || convert_to(payload::text, 'UTF8'))
        from given returning id, entity_id)
    insert into kernel.audit_values (entry_id, contact_id, salt, payload)
    select e.id, g.contact_id, g.salt, g.payload from entries e join given g on g.id = e.entity_id
$$;

-- The log's own retention: up to which seal its entries were taken away when their time was over. The seals stay, and the chain with them.
create table if not exists kernel.pruned_evidence (
    table_name text not null,
    number bigint not null,
    at timestamptz not null default now(),
    row_count bigint not null,
    act_tx xid8 not null default pg_current_xact_id(),
    primary key (table_name, number)
);
create or replace trigger append_only before update or delete or truncate on kernel.pruned_evidence
    for each statement execute function kernel.refuse_change();

-- With the owner's rights, as the app may not delete evidence: whole seals only, all of whose entries are older.
create or replace function kernel.prune_audit(p_before timestamptz) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    newer xid8 := (select min(e.tx) from kernel.audit_entries e where e.at >= p_before);
    last record;
    gone bigint;
begin
    if current_setting('crm.act', true) is distinct from 'erase' then
        raise exception 'append-only: kernel.audit_entries' using errcode = 'CRM10';
    end if;
    select s.number, s.to_tx into last from kernel.seals s
    where s.table_name = 'kernel.audit_entries' and s.at < p_before and s.to_tx <= coalesce(newer, s.to_tx) order by s.number desc limit 1;
    if last.number is null then
        return 0;
    end if;
    delete from kernel.audit_values v using kernel.audit_entries e where v.entry_id = e.id and e.tx < last.to_tx;
    delete from kernel.audit_entries e where e.tx < last.to_tx;
    get diagnostics gone = row_count;
    if gone > 0 then
        insert into kernel.pruned_evidence (table_name, number, row_count) values ('kernel.audit_entries', last.number, gone);
    end if;
    return gone;
end $$;
