namespace Karelia.Crm.Consent.TargetGroups;

/// <summary>Who is in a group, now: a definition is asked anew each time.</summary>
internal sealed class GroupPeople(ConsentDb db, DbSession session, GroupFields fields, CurrentUser user)
{
    /// <summary>Groups that the user may know of: shared ones and the own; the data protection officer sees all.</summary>
    public IQueryable<TargetGroup> Visible()
    {
        var seesAll = user.Is(Role.DataProtectionOfficer);
        return db.TargetGroups.Where(g => g.ArchivedAt == null && (g.IsShared || g.OwnerId == user.Id || seesAll));
    }

    /// <summary>404 when the user does not know of it.</summary>
    public async Task<TargetGroup> Find(Guid id, CancellationToken ct) => await Visible().SingleOrDefaultAsync(g => g.Id == id, ct) ?? throw Refusal.Unknown();

    /// <summary>The group as a condition on <paramref name="person"/>.</summary>
    public async Task<string> Sql(TargetGroup group, string person, List<object?> values, CancellationToken ct)
    {
        if (group.Condition() is { } definition)
            return await fields.Sql(definition, person, values, ct);
        values.Add(group.Id);
        return $"{person} in (select m.contact_id from consent.target_group_members m where m.group_id = ${values.Count})";
    }

    public async Task<int> Count(TargetGroup group, CancellationToken ct)
    {
        if (group.Condition() is { } definition)
            return await Count(definition, ct);
        var values = new List<object?>();
        return await Number($"select count(*)::int from accounts.target_person p where {await Sql(group, "p.contact_id", values, ct)}", values, ct);
    }

    public async Task<int> Count(Condition definition, CancellationToken ct)
    {
        var values = new List<object?>();
        var set = await fields.Set(definition, values, ct);
        // Ids come nearly in order: sorting and merging them costs a third of hashing, which the planner cannot see through the unions of the views.
        await session.Execute("set enable_hashagg = off", ct);
        var count = await Number($"select count(*)::int from (select contact_id from accounts.target_person intersect {set}) p", values, ct);
        await session.Execute("reset enable_hashagg", ct);
        return count;
    }

    private async Task<int> Number(string sql, List<object?> values, CancellationToken ct) => (await session.Rows(sql, row => row.GetInt32(0), ct, [.. values]))[0];

    /// <summary>The people in the order of their names, after the last of the page before.</summary>
    public async Task<List<GroupMember>> Named(string condition, List<object?> values, (string Name, Guid Id)? after, int limit, CancellationToken ct)
    {
        var beyond = "";
        if (after is { } last)
        {
            values.AddRange([last.Name, last.Id]);
            beyond = $" and (p.sort_name, p.contact_id) > (${values.Count - 1}, ${values.Count})";
        }

        return await session.Rows(
            $"select p.contact_id, p.name, p.is_passive, p.sort_name from accounts.target_person p where {condition}{beyond} order by p.sort_name, p.contact_id limit {limit}",
            row => new GroupMember(row.GetGuid(0), row.GetString(1), row.GetBoolean(2)) { SortName = row.GetString(3) }, ct, [.. values]);
    }
}

/// <summary>A person in a group.</summary>
internal sealed record GroupMember(Guid ContactId, string Name, bool IsPassive)
{
    [System.Text.Json.Serialization.JsonIgnore]
    public string SortName { get; init; } = "";
}
