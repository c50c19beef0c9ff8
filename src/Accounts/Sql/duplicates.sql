-- Loads pg_trgm in this session: before that only a superuser may name its settings.
select public.show_limit();

-- What two records are compared by. A value that many share (a switchboard, a common mailbox) says nothing and is left out.
create or replace function accounts.bare_name(p_name text) returns text language sql immutable strict parallel safe as $$
    select trim(regexp_replace(regexp_replace(regexp_replace(accounts.fold(p_name), '[^a-z0-9&]+', ' ', 'g'),
        '(^| )(oy ab|ab oy|oyj abp|osakeyhtio|oyj|oy|ab|abp|ry|rf|ky|tmi|osk|ay|ltd|inc|gmbh|as)(?= |$)', ' ', 'g'), ' +', ' ', 'g'))
$$;

create or replace function accounts.host_of(p_website text) returns text language sql immutable strict parallel safe as $$
    select nullif(regexp_replace(regexp_replace(lower(trim(p_website)), '^[a-z]+://', ''), '^(www\.)?([^/:?#]*).*$', '\2'), '')
$$;

create index if not exists ix_accounts_bare_name on accounts.accounts (accounts.bare_name(name)) where merged_into_id is null;
create index if not exists ix_accounts_host on accounts.accounts (accounts.host_of(website)) where website is not null and merged_into_id is null;
create index if not exists ix_accounts_phone on accounts.accounts (phone) where phone is not null and merged_into_id is null;
create index if not exists ix_contact_phones_number on accounts.contact_phones (number);

-- Last and first names without order: who wrote them the wrong way round is the same person.
create or replace function accounts.name_of(p_last text, p_first text) returns text language sql immutable parallel safe as $$
    select accounts.fold(p_last || ' ' || split_part(trim(p_first), ' ', 1))
$$;

-- Pairs of people, at least one of whom changed since. Names are compared only within one employer, town or postal code, and only where their beginnings or endings agree:
-- joins by equality, never all with all; and by hash, as statistics know nothing of the people of a first import, whom loops would compare each with each.
create or replace function accounts.contact_pairs(p_since timestamptz)
returns table (first_id uuid, second_id uuid, reasons text[], is_exact boolean) language sql stable set enable_nestloop = off as $$
    with people as materialized (
        select c.id, accounts.name_of(c.last_name, c.first_names) as name, accounts.name_of(c.last_name, coalesce(c.called_name, c.first_names)) as called, c.town, c.postal_code,
               p_since is null or c.updated_at > p_since as is_new
        from accounts.contacts c where c.merged_into_id is null and c.erased_at is null and c.last_name || c.first_names <> ''
    ), blocks as materialized (
        select p.id, p.name, p.called, p.is_new, place.kind, place.value, b.block
        from people p
        cross join lateral (
            select 'place' as kind, accounts.fold(p.town) as value where p.town is not null union all select 'place', p.postal_code where p.postal_code is not null
            union all select 'employer', a.account_id::text from accounts.affiliations a where a.contact_id = p.id and a.valid_to is null) place
        cross join lateral (values
            (left(p.name, 3) || '/' || left(split_part(p.called, ' ', -1), 1)),
            (right(split_part(p.name, ' ', 1), 4) || '\' || left(split_part(p.called, ' ', -1), 2)),
            (left(split_part(p.called, ' ', -1), 3) || '/' || left(p.name, 1))) b(block)
    ), telling as (
        -- What more share in one place tells nobody apart, and comparing them all with all would never end.
        select kind, value, block from blocks group by 1, 2, 3 having count(*) between 2 and 100 and bool_or(is_new)
    ), found as (
        select distinct least(x.id, y.id) as a, greatest(x.id, y.id) as b, case x.kind when 'employer' then 'similar-name-and-employer' else 'similar-name-and-place' end as reason
        from telling t join blocks x on x.kind = t.kind and x.value = t.value and x.block = t.block join blocks y on y.kind = x.kind and y.value = x.value and y.block = x.block and y.id <> x.id
        -- Two new ones meet once.
        where x.is_new and (x.id < y.id or not y.is_new) and (similarity(x.name, y.name) > 0.6 or similarity(x.called, y.called) > 0.6)
        union
        select least(x.contact_id, y.contact_id), greatest(x.contact_id, y.contact_id), 'same-email'
        from people p join accounts.contact_emails x on x.contact_id = p.id join accounts.contact_emails y on y.address = x.address and y.contact_id <> x.contact_id
        where p.is_new and (select count(*) from accounts.contact_emails n where n.address = x.address) <= 10
        union
        select least(x.contact_id, y.contact_id), greatest(x.contact_id, y.contact_id), 'same-phone'
        from people p join accounts.contact_phones x on x.contact_id = p.id join accounts.contact_phones y on y.number = x.number and y.contact_id <> x.contact_id
        where p.is_new and (select count(*) from accounts.contact_phones n where n.number = x.number) <= 10
    )
    select f.a, f.b, array_agg(f.reason order by f.reason), bool_or(f.reason in ('same-email', 'same-phone')) and bool_or(p.name = q.name or p.called = q.called)
    from found f join people p on p.id = f.a join people q on q.id = f.b group by f.a, f.b
$$;

create or replace function accounts.account_pairs(p_since timestamptz)
returns table (first_id uuid, second_id uuid, reasons text[], is_exact boolean) language sql stable set enable_nestloop = off as $$
    with marks as materialized (
        select a.id, m.reason, m.value, p_since is null or a.updated_at > p_since as is_new
        from accounts.accounts a cross join lateral (values
            ('same-name', accounts.bare_name(a.name)), ('same-website', accounts.host_of(a.website)), ('same-phone', a.phone), ('same-business-id', a.business_id)) m(reason, value)
        where a.merged_into_id is null and m.value <> ''
    ), shared as (
        select reason, value from marks group by 1, 2 having count(*) between 2 and 10 and bool_or(is_new)
    ), found as (
        select x.id as a, y.id as b, x.reason
        from shared s join marks x on x.reason = s.reason and x.value = s.value join marks y on y.reason = s.reason and y.value = s.value and y.id > x.id
        where x.is_new or y.is_new
    )
    select f.a, f.b, array_agg(f.reason order by f.reason), bool_or(f.reason = 'same-name') and count(*) > 1 from found f group by f.a, f.b
$$;

-- Whom a half-written form may mean: by index, for each keystroke.
create or replace function accounts.contacts_like(p_last text, p_first text, p_email text, p_phone text, p_account uuid, p_town text, p_postal text)
returns table (id uuid, reasons text[]) language sql stable set pg_trgm.similarity_threshold = 0.5 as $$
    select f.id, array_agg(distinct f.reason) from (
        select e.contact_id as id, 'same-email' as reason from accounts.contact_emails e where e.address = lower(p_email)
        union all
        select p.contact_id, 'same-phone' from accounts.contact_phones p where p.number = p_phone
        union all
        select c.id, r.reason
        from accounts.contacts c
        cross join lateral (
            select 'similar-name-and-employer' as reason where exists (select from accounts.affiliations a where a.contact_id = c.id and a.account_id = p_account and a.valid_to is null)
            union all
            select 'similar-name-and-place' where c.postal_code = p_postal or accounts.fold(c.town) = accounts.fold(p_town)) r
        where p_last <> '' and p_first <> '' and num_nonnulls(p_account, p_town, p_postal) > 0
          and c.search_text % accounts.fold(p_last || ' ' || p_first || '  ' || p_last)
          and similarity(accounts.name_of(c.last_name, c.first_names), accounts.name_of(p_last, p_first)) > 0.6) f
    group by f.id
$$;

create or replace function accounts.accounts_like(p_name text, p_business_id text, p_website text, p_phone text)
returns table (id uuid, reasons text[]) language sql stable as $$
    select f.id, array_agg(f.reason) from (
        select a.id, 'same-business-id' as reason from accounts.accounts a where a.business_id = p_business_id and a.merged_into_id is null
        union all select a.id, 'same-name' from accounts.accounts a where accounts.bare_name(a.name) = accounts.bare_name(p_name) and accounts.bare_name(p_name) <> '' and a.merged_into_id is null
        union all select a.id, 'same-website' from accounts.accounts a where accounts.host_of(a.website) = accounts.host_of(p_website) and a.website is not null and a.merged_into_id is null
        union all select a.id, 'same-phone' from accounts.accounts a where a.phone = p_phone and a.phone is not null and a.merged_into_id is null) f
    group by f.id
$$;
