-- Until these had four parameters.
drop function if exists consent.recipients(text, text);
drop function if exists consent.closed_addresses(text, text);

-- Whether a block stops a message. Where it names no channel, topic or list it covers all; an objection to direct marketing (GDPR art. 21) stops no service message.
create or replace function consent.stops(b consent.blocks, p_channel text, p_topic text, p_list uuid, p_kind text) returns boolean language sql immutable as $$
    select b.lifted_at is null and (b.channel is null or b.channel = p_channel) and (b.topic is null or b.topic = p_topic) and (b.list_id is null or b.list_id = p_list)
        and (b.kind <> 'objection' or p_kind = 'marketing')
$$;

-- Addresses that nobody may write to about a topic: one of the people who have them said no.
create or replace function consent.closed_addresses(p_channel text, p_topic text, p_list uuid, p_kind text)
returns table (contact_id uuid, address text) language sql stable as $$
    select a.contact_id, a.address
    from accounts.contact_address a
    join consent.blocks b on b.contact_id = a.contact_id and consent.stops(b, p_channel, p_topic, p_list, p_kind)
    union all
    select a.contact_id, a.address
    from accounts.contact_address a
    join consent.standings s on s.contact_id = a.contact_id and s.state in ('withdrawn', 'refused')
    where p_kind = 'marketing' and (s.purpose = p_channel || '.' || p_topic or (p_topic = 'alumni' and s.purpose = 'alumni'))
$$;

-- Who gets messages about a topic, and who does not for which reason: said here, once. No reason means: may be written to, at this address.
-- A basis is a consent that stands, or for the newsletter and partnership matters the role of a partner (legitimate interest), then at the work address only
-- (917/2014 200 §; docs/decisions/0010-whom-we-may-write-to.md). A consent from before the system without proof is no basis.
-- A service message is no marketing: it needs no consent, but a role that holds and that its topic concerns (docs/decisions/0019-whom-lists-are-for.md).
create or replace function consent.recipients(p_channel text, p_topic text, p_list uuid, p_kind text)
returns table (contact_id uuid, email text, reason text, last_name text, first_names text, called_name text, language text, search_text text, primary_email text)
language sql stable as $$
    select p.contact_id, p.address,
        case
            when p.is_restricted then 'restricted'
            when p.is_passive then 'passive'
            when exists (select 1 from consent.blocks b where b.contact_id = p.contact_id and consent.stops(b, p_channel, p_topic, p_list, p_kind)) then 'blocked'
            when p_kind = 'marketing' and p.is_withdrawn then 'withdrawn'
            when not p.consents and not p.is_partner then 'noBasis'
            when p.address is null then 'noAddress'
            when exists (select 1 from consent.closed_addresses(p_channel, p_topic, p_list, p_kind) k where k.address = p.address) then 'blocked'
        end,
        p.last_name, p.first_names, p.called_name, p.language, p.search_text, p.email
    from (
        select c.*, q.consents, q.is_partner, q.is_withdrawn,
            case when p_channel = 'email' then coalesce(
                case when q.consents and not c.is_undeliverable then c.email end,
                case when q.is_partner or p_kind = 'service' then (
                    select w.address from accounts.contact_address w
                    where w.contact_id = c.contact_id and w.kind = 'work' and not w.is_undeliverable order by w.is_primary desc, w.address limit 1) end) end as address
        from accounts.recipient c
        left join consent.standings s on s.contact_id = c.contact_id and s.purpose = p_channel || '.' || p_topic
        left join consent.standings a on a.contact_id = c.contact_id and a.purpose = 'alumni' and p_topic = 'alumni'
        cross join lateral (select
            case when p_kind = 'service'
                then exists (select 1 from accounts.role_holder h where h.contact_id = c.contact_id
                             and h.role = coalesce(case p_topic when 'alumni' then 'alumnus' when 'partnership' then 'partner' end, h.role))
                else coalesce(s.state in ('given', 'confirmed'), false) end as consents,
            coalesce(s.state in ('withdrawn', 'refused'), false) or coalesce(a.state in ('withdrawn', 'refused'), false) as is_withdrawn,
            p_kind = 'marketing' and p_channel = 'email' and p_topic in ('newsletter', 'partnership')
                and exists (select 1 from accounts.role_holder h where h.contact_id = c.contact_id and h.role = 'partner')
                and (exists (select 1 from accounts.contact_address w where w.contact_id = c.contact_id and w.kind = 'work')
                     or not exists (select 1 from accounts.contact_address w where w.contact_id = c.contact_id)) as is_partner) q
    ) p
$$;

-- Those who may be written to, for the lists of other modules.
create or replace function consent.mailable(p_channel text, p_topic text) returns table (contact_id uuid) language sql stable as $$
    select r.contact_id from consent.recipients(p_channel, p_topic, null, 'marketing') r where r.reason is null
$$;

-- The same of one person: looks up a few rows where the set above reads all. For the pages of a list.
create or replace function consent.is_mailable(p_contact_id uuid, p_channel text, p_topic text) returns boolean language sql stable as $$
    select exists (select 1 from consent.recipients(p_channel, p_topic, null, 'marketing') r where r.contact_id = p_contact_id and r.reason is null)
$$;
