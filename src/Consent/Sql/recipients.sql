-- Addresses that nobody may write to about a topic: one of the people who have them said no.
create or replace function consent.closed_addresses(p_channel text, p_topic text)
returns table (contact_id uuid, address text) language sql stable as $$
    select a.contact_id, a.address
    from accounts.contact_address a
    join consent.blocks b on b.contact_id = a.contact_id and b.lifted_at is null and coalesce(b.channel, p_channel) = p_channel and coalesce(b.topic, p_topic) = p_topic
    union all
    select a.contact_id, a.address
    from accounts.contact_address a
    join consent.standings s on s.contact_id = a.contact_id and s.state in ('withdrawn', 'refused')
    where s.purpose = p_channel || '.' || p_topic or (p_topic = 'alumni' and s.purpose = 'alumni')
$$;

-- Who gets messages about a topic, and who does not for which reason: said here, once. No reason means: may be written to, at this address.
-- A basis is a consent that stands, or for the newsletter and partnership matters the role of a partner (legitimate interest), then at the work address only
-- (917/2014 200 §; docs/decisions/0010-whom-we-may-write-to.md). A consent from before the system without proof is no basis.
create or replace function consent.recipients(p_channel text, p_topic text)
returns table (contact_id uuid, email text, reason text, last_name text, first_names text, called_name text, language text, search_text text, primary_email text)
language sql stable as $$
    select p.contact_id, p.address,
        case
            when p.is_restricted then 'restricted'
            when p.is_passive then 'passive'
            when exists (
                select 1 from consent.blocks b
                where b.contact_id = p.contact_id and b.lifted_at is null and coalesce(b.channel, p_channel) = p_channel and coalesce(b.topic, p_topic) = p_topic) then 'blocked'
            when p.is_withdrawn then 'withdrawn'
            when not p.consents and not p.is_partner then 'noBasis'
            when p.address is null then 'noAddress'
            when exists (select 1 from consent.closed_addresses(p_channel, p_topic) k where k.address = p.address) then 'blocked'
        end,
        p.last_name, p.first_names, p.called_name, p.language, p.search_text, p.email
    from (
        select c.*, q.consents, q.is_partner, q.is_withdrawn,
            case when p_channel = 'email' then coalesce(
                case when q.consents and not c.is_undeliverable then c.email end,
                case when q.is_partner then (
                    select w.address from accounts.contact_address w
                    where w.contact_id = c.contact_id and w.kind = 'work' and not w.is_undeliverable order by w.is_primary desc, w.address limit 1) end) end as address
        from accounts.recipient c
        left join consent.standings s on s.contact_id = c.contact_id and s.purpose = p_channel || '.' || p_topic
        left join consent.standings a on a.contact_id = c.contact_id and a.purpose = 'alumni' and p_topic = 'alumni'
        cross join lateral (select
            coalesce(s.state in ('given', 'confirmed'), false) as consents,
            coalesce(s.state in ('withdrawn', 'refused'), false) or coalesce(a.state in ('withdrawn', 'refused'), false) as is_withdrawn,
            p_channel = 'email' and p_topic in ('newsletter', 'partnership')
                and exists (select 1 from accounts.role_holder h where h.contact_id = c.contact_id and h.role = 'partner')
                and (exists (select 1 from accounts.contact_address w where w.contact_id = c.contact_id and w.kind = 'work')
                     or not exists (select 1 from accounts.contact_address w where w.contact_id = c.contact_id)) as is_partner) q
    ) p
$$;

-- Those who may be written to, for the lists of other modules.
create or replace function consent.mailable(p_channel text, p_topic text) returns table (contact_id uuid) language sql stable as $$
    select r.contact_id from consent.recipients(p_channel, p_topic) r where r.reason is null
$$;

-- The same of one person: looks up a few rows where the set above reads all. For the pages of a list.
create or replace function consent.is_mailable(p_contact_id uuid, p_channel text, p_topic text) returns boolean language sql stable as $$
    select exists (select 1 from consent.recipients(p_channel, p_topic) r where r.contact_id = p_contact_id and r.reason is null)
$$;
