-- Each seal hashes the evidence of a span of transactions and the seal before it (docs/decisions/0004-seals.md).
create table if not exists kernel.seals (
    table_name text not null,
    number bigint not null,
    from_tx xid8 not null,
    to_tx xid8 not null,
    row_count bigint not null,
    digest bytea not null,
    previous bytea not null,
    hash bytea not null,
    at timestamptz not null,
    primary key (table_name, number)
);
-- The digests of the rows, in order, so that a broken seal can name the row; digest is the digest of them.
alter table kernel.seals add column if not exists row_digests bytea;

create or replace trigger append_only before update or delete or truncate on kernel.seals
    for each statement execute function kernel.refuse_change();

create or replace function kernel.seal_hash(p_table text, p_number bigint, p_from xid8, p_to xid8, p_rows bigint, p_digest bytea, p_previous bytea)
returns bytea language sql immutable as $$
    select sha256(p_previous || p_digest || convert_to(concat_ws('|', p_table, p_number, p_from::text, p_to::text, p_rows), 'UTF8'))
$$;

-- Evidence of a person who was erased: the rows are gone, their digests stay, so that the seals hold. A digest covers random ids and tells nothing.
-- act_tx is the transaction of the erasure; its audit entry is sealed, so that nobody takes a row away by naming its digest here.
create table if not exists kernel.erased_evidence (
    table_name text not null,
    tx xid8 not null,
    digest bytea not null,
    act_tx xid8 not null default pg_current_xact_id()
);
create index if not exists ix_erased_evidence_tx on kernel.erased_evidence (table_name, tx);

create or replace trigger append_only before update or delete or truncate on kernel.erased_evidence
    for each statement execute function kernel.refuse_change();

-- With the owner's rights: the app has none to delete evidence, and does it here only. p_columns are those that the seal covers;
-- of the rows of p_ids only those whose p_of is among p_of_ids, where such is named.
drop function if exists kernel.erase_evidence(regclass, text, text, uuid[]);
create or replace function kernel.erase_evidence(p_table regclass, p_columns text, p_person text, p_ids uuid[], p_of text default null, p_of_ids uuid[] default null) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp set timezone = 'UTC' as $$
declare
    gone bigint;
begin
    if current_setting('crm.act', true) is distinct from 'erase' then
        raise exception 'append-only: %', p_table using errcode = 'CRM10';
    end if;
    execute format('with gone as (delete from %1$s t where t.%2$I = any($1) and %5$s returning t.tx, sha256(convert_to(jsonb_build_array(t.tx::text, %3$s)::text, ''UTF8'')) as digest)
                    insert into kernel.erased_evidence (table_name, tx, digest) select %4$L, tx, digest from gone', p_table, p_person, p_columns, p_table::text,
                   case when p_of is null then 'true' else format('t.%I = any($2)', p_of) end) using p_ids, p_of_ids;
    get diagnostics gone = row_count;
    return gone;
end $$;
