using System.Security.Cryptography;
using System.Text;
using Karelia.Crm.Kernel.Imports;
using NpgsqlTypes;

namespace Karelia.Crm.Consent.Ledger;

/// <summary>Entries of the ledger in bulk, each with its evidence: the words, the file, its hash and line, the time.</summary>
internal sealed class ConsentImport(DbSession session, CurrentUser user) : IConsentImports
{
    public async Task<IReadOnlyDictionary<Guid, ConsentStanding>> Of(IReadOnlyCollection<Guid> contacts, CancellationToken ct)
    {
        if (contacts.Count == 0)
            return new Dictionary<Guid, ConsentStanding>();
        var ids = contacts.ToArray();
        var states = (await session.Rows(
            "select contact_id, purpose, state from consent.standings where contact_id = any($1)",
            row => (Contact: row.GetGuid(0), Purpose: row.GetString(1), State: row.GetString(2)), ct, ids)).ToLookup(row => row.Contact);
        var blocks = (await session.Rows(
            "select contact_id, channel, topic from consent.blocks where contact_id = any($1) and lifted_at is null and list_id is null",
            row => (Contact: row.GetGuid(0), Channel: row.IsDBNull(1) ? null : row.GetString(1), Topic: row.IsDBNull(2) ? null : row.GetString(2)), ct, ids)).ToLookup(row => row.Contact);
        return ids.Distinct().ToDictionary(id => id, id => new ConsentStanding(
            states[id].ToDictionary(state => state.Purpose, state => state.State), [.. blocks[id].Select(block => (block.Channel, block.Topic))]));
    }

    public async Task Give(IReadOnlyList<GivenConsent> consents, IReadOnlySet<Guid> made, ImportSheet sheet, string source, CancellationToken ct)
    {
        if (consents.Count == 0)
            return;
        var texts = await TextIds([.. consents.Select(consent => consent.Text).Distinct()], sheet.Now, ct);
        var known = (await session.Rows(
            """
            select e.contact_id, e.purpose, e.text_id, e.at from consent.events e
            where e.contact_id = any($1) and e.kind in ('given', 'confirmed') and not exists (select 1 from consent.events a where a.annuls = e.id)
            """,
            row => (row.GetGuid(0), row.GetString(1), row.IsDBNull(2) ? (Guid?)null : row.GetGuid(2), row.GetFieldValue<DateTimeOffset>(3)),
            ct, consents.Select(consent => consent.ContactId).Where(id => !made.Contains(id)).Distinct().ToArray())).ToHashSet();
        var held = known.Select(entry => (entry.Item1, entry.Item2)).ToHashSet();

        await session.Copy<GivenConsent>(
            "consent.events",
            [
                new("id", NpgsqlDbType.Uuid, _ => Guid.CreateVersion7()), new("contact_id", NpgsqlDbType.Uuid, c => c.ContactId), new("purpose", NpgsqlDbType.Text, c => c.Purpose),
                new("kind", NpgsqlDbType.Text, _ => "given"), new("text_id", NpgsqlDbType.Uuid, c => texts[c.Text]), new("source", NpgsqlDbType.Text, _ => source),
                new("file_name", NpgsqlDbType.Text, _ => sheet.FileName), new("file_sha256", NpgsqlDbType.Text, _ => sheet.Sha256), new("row", NpgsqlDbType.Integer, c => c.Row),
                new("import_id", NpgsqlDbType.Uuid, _ => sheet.Id), new("at", NpgsqlDbType.TimestampTz, c => c.At ?? sheet.Now),
                new("recorded_at", NpgsqlDbType.TimestampTz, _ => sheet.Now), new("user_id", NpgsqlDbType.Uuid, _ => user.Id), new("user_name", NpgsqlDbType.Text, _ => user.Name),
            ],
            [.. consents.Where(c => c.At is { } at ? !known.Contains((c.ContactId, c.Purpose, texts[c.Text], at)) : !held.Contains((c.ContactId, c.Purpose)))],
            ct);
    }

    public Task Annul(Guid importId, CancellationToken ct) => session.Execute(
        """
        insert into consent.events (id, contact_id, purpose, kind, text_id, source, file_name, file_sha256, row, import_id, at, recorded_at, user_id, user_name, annuls)
        select uuidv7(), contact_id, purpose, 'annulled', text_id, source, file_name, file_sha256, row, import_id, now(), now(), $2, $3, id
        from consent.events e
        where e.import_id = $1 and e.kind <> 'annulled' and not exists (select 1 from consent.events a where a.annuls = e.id)
        """,
        ct, importId, user.Id, user.Name);

    public async Task<IReadOnlyList<Guid>> Touched(Guid[] contacts, Guid importId, CancellationToken ct) => await session.Rows(
        """
        select contact_id from consent.events where contact_id = any($1) and import_id is distinct from $2
        union select contact_id from consent.blocks where contact_id = any($1)
        """,
        row => row.GetGuid(0), ct, contacts, importId);

    private async Task<Dictionary<string, Guid>> TextIds(string[] texts, DateTimeOffset now, CancellationToken ct)
    {
        var hashes = texts.Select(text => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))).ToArray();
        await session.Execute(
            """
            insert into consent.texts (id, text, sha256, first_seen_at) select uuidv7(), x.text, x.sha256, $3 from unnest($1::text[], $2::text[]) as x(text, sha256)
            on conflict (sha256) do nothing
            """,
            ct, texts, hashes, now);
        var ids = (await session.Rows("select sha256, id from consent.texts where sha256 = any($1)", row => (row.GetString(0), row.GetGuid(1)), ct, (object)hashes)).ToDictionary(row => row.Item1, row => row.Item2);
        return texts.Zip(hashes).ToDictionary(pair => pair.First, pair => ids[pair.Second]);
    }
}
