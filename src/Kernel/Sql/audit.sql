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
