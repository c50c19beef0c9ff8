using Npgsql;

namespace Karelia.Crm.Tests.Consent;

/// <summary>Every combination of what decides whether somebody gets a message, in plain words beside the one SQL function. All in a transaction that is taken back.</summary>
internal sealed class RecipientsTruthTests
{
    private static readonly string[] blocks = ["none", "all", "email", "sms", "topic", "other-topic", "list", "other-list", "objection"];
    private static readonly string[] consents = ["none", "given", "confirmed", "refused", "withdrawn", "expired", "legacy-unproven"];
    private static readonly string[] roles = ["none", "partner", "alumnus"];
    private static readonly string[] addresses = ["none", "personal", "work", "undeliverable", "shared-with-a-no"];
    private static readonly bool[] either = [false, true];
    private static readonly Guid list = Guid.CreateVersion7();

    private sealed record Case(Guid Id, string Block, string Consent, string Role, string Address, bool AlumniNo, bool IsPassive, bool IsRestricted, string Topic);

    [Test]
    public async Task Each_combination_gets_what_plain_words_say()
    {
        Case[] cases =
        [
            .. from topic in new[] { "newsletter", "alumni", "events" }
               from block in blocks
               from consent in consents
               from role in roles
               from address in addresses
               from alumniNo in topic == "alumni" ? either : [false]
               from isPassive in either
               from isRestricted in either
               select new Case(Guid.CreateVersion7(), block, consent, role, address, alumniNo, isPassive, isRestricted, topic),
        ];
        Assert.That(cases, Has.Length.EqualTo(blocks.Length * consents.Length * roles.Length * addresses.Length * 2 * 2 * 4));
        await using var connection = await Crm.Database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await Make(connection, cases);

        foreach (var topic in new[] { "newsletter", "alumni", "events" })
        {
            foreach (var kind in new[] { "marketing", "service" })
            {
                var said = await Ask(connection, topic, kind, [.. cases.Where(one => one.Topic == topic).Select(one => one.Id)]);
                foreach (var one in cases.Where(one => one.Topic == topic))
                    Assert.That(said[one.Id], Is.EqualTo(Reason(one, kind)), $"{kind}: {one}");
            }
        }

        await transaction.RollbackAsync();
    }

    private static string Reason(Case one, string kind)
    {
        var isMarketing = kind == "marketing";
        if (one.IsRestricted)
            return "restricted";
        if (one.IsPassive)
            return "passive";
        if (one.Block is "all" or "email" or "topic" or "list" || (one.Block == "objection" && isMarketing))
            return "blocked";
        if (isMarketing && (one.Consent is "refused" or "withdrawn" || one.AlumniNo))
            return "withdrawn";
        // A partner is written to at work; who has but a personal address is not.
        var isPartner = isMarketing && one is { Topic: "newsletter", Role: "partner", Address: "work" or "none" };
        var hasBasis = isMarketing ? one.Consent is "given" or "confirmed" : one.Topic == "alumni" ? one.Role == "alumnus" : one.Role != "none";
        if (!hasBasis && !isPartner)
            return "noBasis";
        return one.Address switch { "none" or "undeliverable" => "noAddress", "shared-with-a-no" => "blocked", _ => "" };
    }

    private static async Task Make(NpgsqlConnection connection, Case[] cases)
    {
        await Run(connection, "set local work_mem = '64MB'");
        await Run(connection,
            """
            create temp table cases on commit drop as select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::boolean[], $7::text[]) as c(id, block, consent, role, address, alumni_no, topic)
            """,
            cases.Select(c => c.Id).ToArray(), cases.Select(c => c.Block).ToArray(), cases.Select(c => c.Consent).ToArray(), cases.Select(c => c.Role).ToArray(), cases.Select(c => c.Address).ToArray(),
            cases.Select(c => c.AlumniNo).ToArray(), cases.Select(c => c.Topic).ToArray());
        await Run(connection, "analyze cases");
        var no = Guid.CreateVersion7();
        await Run(connection, "insert into accounts.contacts (id, last_name, first_names, language, version, created_at, updated_at, is_passive) select id, 'Totuus', 'Taulu', 'fi', 1, now(), now(), false from (select id from cases union all select $1) p(id)", no);
        await Run(connection,
            """
            insert into accounts.contact_emails (id, contact_id, address, kind, is_primary, undeliverable_since)
            select gen_random_uuid(), id, case address when 'shared-with-a-no' then 'shared@truth.example' else id || '@truth.example' end, case when address = 'work' then 'work' else 'personal' end, true,
                   case when address = 'undeliverable' then now() end
            from cases where address <> 'none'
            union all select gen_random_uuid(), $1, 'shared@truth.example', 'personal', true, null
            """, no);
        await Run(connection, "insert into accounts.contact_roles (id, contact_id, role, basis, source, started_on) select gen_random_uuid(), id, role, 'contract', 'test', '2025-01-01' from cases where role <> 'none'");
        await Run(connection,
            """
            insert into consent.events (id, contact_id, purpose, kind, source, at, recorded_at, user_id, user_name)
            select gen_random_uuid(), id, 'email.' || topic, consent, 'test', now(), now(), $1, '' from cases where consent <> 'none'
            """, Guid.Empty);
        await Run(connection,
            "insert into consent.events (id, contact_id, purpose, kind, source, at, recorded_at, user_id, user_name) select gen_random_uuid(), id, 'alumni', 'withdrawn', 'test', now(), now(), $1, '' from cases where alumni_no", Guid.Empty);
        await Run(connection,
            """
            insert into consent.blocks (id, contact_id, kind, channel, topic, list_id, reason, set_at, set_by_id, set_by)
            select gen_random_uuid(), id, case block when 'objection' then 'objection' else 'block' end, case when block in ('email', 'sms') then block end,
                   case block when 'topic' then topic when 'other-topic' then 'training' end, case block when 'list' then $1::uuid when 'other-list' then $2::uuid end, 'test', now(), $2, ''
            from cases where block <> 'none'
            union all select gen_random_uuid(), $3, 'block', null, null, null, 'test', now(), $2, ''
            """, list, Guid.CreateVersion7(), no);
        var (passive, restricted) = (cases.Where(c => c.IsPassive).Select(c => c.Id).ToArray(), cases.Where(c => c.IsRestricted).Select(c => c.Id).ToArray());
        await Run(connection, "update accounts.contacts set restricted_at = now() where id = any($1)", (object)restricted);
        await Run(connection, "update accounts.contacts set is_passive = true, passive_reason = 'test', passive_since = now() where id = any($1)", (object)passive);
    }

    private static async Task<Dictionary<Guid, string>> Ask(NpgsqlConnection connection, string topic, string kind, Guid[] people)
    {
        await using var command = Command(connection, "select contact_id, coalesce(reason, '') from consent.recipients('email', $1, $2, $3) where contact_id = any($4)", topic, list, kind, people);
        await using var reader = await command.ExecuteReaderAsync();
        var said = new Dictionary<Guid, string>();
        while (await reader.ReadAsync())
            said.Add(reader.GetGuid(0), reader.GetString(1));
        return said;
    }

    private static async Task Run(NpgsqlConnection connection, string sql, params object[] values)
    {
        await using var command = Command(connection, sql, values);
        await command.ExecuteNonQueryAsync();
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, params object[] values)
    {
        var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 120 };
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        return command;
    }
}
