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

create or replace trigger append_only before update or delete or truncate on kernel.seals
    for each statement execute function kernel.refuse_change();

create or replace function kernel.seal_hash(p_table text, p_number bigint, p_from xid8, p_to xid8, p_rows bigint, p_digest bytea, p_previous bytea)
returns bytea language sql immutable as $$
    select sha256(p_previous || p_digest || convert_to(concat_ws('|', p_table, p_number, p_from::text, p_to::text, p_rows), 'UTF8'))
$$;
