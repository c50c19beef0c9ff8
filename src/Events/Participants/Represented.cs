namespace Karelia.Crm.Events.Participants;

/// <summary>
/// The organisations of the register that told words mean: by business id, else by the whole name, accents and capitals forgiven. Where two could be meant, or the only one is
/// passive, none is: the words stand by themselves.
/// </summary>
internal sealed class Represented(DbSession session)
{
    private readonly Dictionary<(string? BusinessId, string? Name), Guid?> known = [];

    /// <summary>One question for all that is not known yet.</summary>
    public async Task Load(IEnumerable<(string? BusinessId, string? Name)> told, CancellationToken ct)
    {
        var open = told.Where(one => one != (null, null) && !known.ContainsKey(one)).Distinct().ToList();
        if (open.Count == 0)
            return;
        foreach (var (n, id) in await session.Rows(
            """
            select t.n, case when count(distinct a.id) filter (where a.business_id = t.business_id) = 1 then (array_agg(a.id) filter (where a.business_id = t.business_id))[1]
                             when count(distinct a.id) = 1 then (array_agg(a.id))[1] end
            from unnest($1::text[], $2::text[]) with ordinality t(business_id, name, n)
            join accounts.account_card a on not a.is_passive
             and (a.business_id = t.business_id or (accounts.fold(a.name) = accounts.fold(t.name) and (t.business_id is null or a.business_id is null)))
            group by t.n
            """,
            row => (Place: row.GetInt64(0), Id: row.IsDBNull(1) ? (Guid?)null : row.GetGuid(1)), ct,
            open.Select(one => one.BusinessId).ToArray(), open.Select(one => one.Name).ToArray()))
            known[open[(int)n - 1]] = id;
        foreach (var one in open)
            known.TryAdd(one, null);
    }

    /// <summary>What was loaded.</summary>
    public Guid? Of(string? businessId, string? name) => known.GetValueOrDefault((businessId, name));

    public async Task<Guid?> Find(string? name, CancellationToken ct)
    {
        await Load([(null, name)], ct);
        return Of(null, name);
    }
}
