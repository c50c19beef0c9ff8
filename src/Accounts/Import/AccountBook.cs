using Npgsql;

namespace Karelia.Crm.Accounts.Import;

/// <summary>
/// The organisations that the lines of a chunk may name: by the id in the source system, then by business id, then by the whole name, accents and capitals forgiven. Those
/// that the chunk makes are found by its next lines.
/// </summary>
internal sealed class AccountBook(DbSession session)
{
    private const string Known = """
        select a.id, a.name, accounts.fold(a.name), a.business_id, a.source_id, a.kind, a.relationships, a.customer_kinds, a.industry, a.municipality, a.website, a.phone, a.size_class,
               a.is_passive, a.version, a.updated_at, p.account_id is not null, p.street, p.postal_code, p.town, p.country
        from accounts.accounts a left join accounts.account_addresses p on p.account_id = a.id and p.kind = 'postal'
        """;

    private readonly Dictionary<string, KnownAccount> bySource = [];
    private readonly Dictionary<string, KnownAccount> byBusinessId = [];
    private readonly Dictionary<string, List<KnownAccount>> byName = [];
    private Dictionary<string, string> folds = [];

    public Dictionary<Guid, KnownAccount> ById { get; } = [];

    /// <summary>Finds by set. Ids of organisations are of use where somebody chose them.</summary>
    public async Task<AccountBook> Load(IReadOnlyCollection<ContactsAnswer> answers, bool bySourceId, Guid[] chosen, CancellationToken ct)
    {
        var names = answers.Select(answer => answer.Organisation).OfType<string>().Distinct().ToArray();
        var sources = bySourceId ? answers.Select(answer => answer.SourceId).OfType<string>().Distinct().ToArray() : [];
        folds = (await session.Rows("select n, accounts.fold(n) from unnest($1::text[]) n", row => (Name: row.GetString(0), Folded: row.GetString(1)), ct, (object)names))
            .ToDictionary(pair => pair.Name, pair => pair.Folded);
        var moved = await session.Rows(
            "select source_id, coalesce(merged_into_id, id) from accounts.accounts where source_id = any($1) order by merged_into_id nulls first, id",
            row => (Source: row.GetString(0), Id: row.GetGuid(1)), ct, (object)sources);
        foreach (var account in await session.Rows(
            $"{Known} where a.merged_into_id is null and (a.id = any($1) or a.business_id = any($2) or accounts.fold(a.name) = any($3)) order by a.is_passive, a.id",
            Read, ct, moved.Select(pair => pair.Id).Concat(chosen).Distinct().ToArray(), answers.Select(answer => answer.BusinessId).OfType<string>().Distinct().ToArray(), folds.Values.Distinct().ToArray()))
            Add(account);
        foreach (var (source, id) in moved.Where(pair => ById.ContainsKey(pair.Id)))
            bySource.TryAdd(source, ById[id]);
        return this;
    }

    /// <summary>The organisation that the line names; more than one only by name.</summary>
    public IReadOnlyList<KnownAccount> Find(ContactsAnswer answer, bool bySourceId)
    {
        if (bySourceId && answer.SourceId is { } source && bySource.TryGetValue(source, out var moved))
            return [moved];
        if (answer.BusinessId is { } businessId && byBusinessId.TryGetValue(businessId, out var registered))
            return [registered];
        // A namesake with another id is another organisation.
        return answer.Organisation is not { } name || !byName.TryGetValue(folds[name], out var namesakes)
            ? []
            : [.. namesakes.Where(account => answer.BusinessId is null || account.BusinessId is null)];
    }

    /// <summary>Adds an organisation that the line makes; whole when the line is about it.</summary>
    public KnownAccount Make(ContactsAnswer answer, bool whole)
    {
        var account = KnownAccount.Made(answer, answer.Organisation is { } name ? folds[name] : "", whole);
        Add(account);
        return account;
    }

    private void Add(KnownAccount account)
    {
        ById[account.Id] = account;
        if (account.SourceId is not null)
            bySource.TryAdd(account.SourceId, account);
        if (account.BusinessId is not null)
            byBusinessId.TryAdd(account.BusinessId, account);
        if (!byName.TryGetValue(account.Folded, out var namesakes))
            byName[account.Folded] = namesakes = [];
        namesakes.Add(account);
    }

    private static KnownAccount Read(NpgsqlDataReader row) => new(row.GetGuid(0), row.GetString(1), row.GetString(2), Text(row, 3), Text(row, 4))
    {
        Kind = row.GetString(5),
        Relationships = row.GetFieldValue<string[]>(6),
        CustomerKinds = row.GetFieldValue<string[]>(7),
        Industry = Text(row, 8),
        Municipality = Text(row, 9),
        Website = Text(row, 10),
        Phone = Text(row, 11),
        SizeClass = Text(row, 12),
        IsPassive = row.GetBoolean(13),
        Version = row.GetInt64(14),
        UpdatedAt = row.GetFieldValue<DateTimeOffset>(15),
        Address = row.GetBoolean(16) ? new(Text(row, 17), Text(row, 18), Text(row, 19), Text(row, 20)) : null,
    };

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
