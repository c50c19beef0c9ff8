-- Evidence is written by SQL and never by EF: append-only, and sealed by transaction id (docs/decisions/0004-seals.md).
create table if not exists kernel.audit_entry (
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
create index if not exists ix_audit_entry_tx on kernel.audit_entry (tx);
create index if not exists ix_audit_entry_entity_id on kernel.audit_entry (entity_id, id);
create index if not exists ix_audit_entry_contact_ids on kernel.audit_entry using gin (contact_ids);

-- The personal half of an entry: erased with the person, the entry's hash stays.
create table if not exists kernel.audit_value (
    entry_id bigint primary key references kernel.audit_entry,
    contact_id uuid,
    salt bytea not null,
    payload jsonb not null
);
create index if not exists ix_audit_value_contact_id on kernel.audit_value (contact_id);

create or replace function kernel.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'append-only: %', tg_table_name using errcode = 'CRM10';
end $$;

create or replace trigger append_only before update or delete or truncate on kernel.audit_entry
    for each statement execute function kernel.refuse_change();
