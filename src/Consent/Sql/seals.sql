-- The transaction that wrote the row, for the seals. No entity has it: it says nothing but in which span the row belongs.
alter table consent.events add column if not exists tx xid8 not null default pg_current_xact_id();
alter table consent.disclosures add column if not exists tx xid8 not null default pg_current_xact_id();
alter table consent.disclosed_contacts add column if not exists tx xid8 not null default pg_current_xact_id();
create index if not exists ix_events_tx on consent.events (tx);
create index if not exists ix_disclosures_tx on consent.disclosures (tx);
create index if not exists ix_disclosed_contacts_tx on consent.disclosed_contacts (tx);

-- The migrator makes the ledgers that name a person append-only; these name nobody and are evidence as well.
create or replace trigger append_only before update or delete or truncate on consent.disclosures
    for each statement execute function kernel.refuse_change();
create or replace trigger append_only before update or delete or truncate on consent.disclosed_files
    for each statement execute function kernel.refuse_change();
create or replace trigger append_only before update or delete or truncate on consent.texts
    for each statement execute function kernel.refuse_change();
