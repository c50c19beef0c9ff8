-- What a caller said with Idempotency-Key, for 24 hours. No personal data: an answer that holds text is read again by its id.
create table if not exists kernel.idempotency_keys (
    user_id uuid not null,
    key text not null,
    fingerprint bytea not null,
    at timestamptz not null,
    resource_id uuid,
    answer jsonb,
    primary key (user_id, key)
);
create index if not exists ix_idempotency_keys_at on kernel.idempotency_keys (at);
