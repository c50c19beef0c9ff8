using System.Globalization;

namespace Karelia.Crm.Consent.TargetGroups;

/// <summary>What people can be chosen by: any module publishes it, in views of fixed shapes (accounts/Sql/target-group.sql).</summary>
internal sealed record GroupField(string Field, string Kind, IReadOnlyList<string> Operators, string Fi, string En, IReadOnlyList<GroupValue> Values)
{
    /// <summary>The view that holds who and what.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string View { get; init; } = "";
}

/// <summary>What a field can say.</summary>
internal sealed record GroupValue(string Value, string Fi, string En);

/// <summary>The fields of all modules, and definitions over them in SQL.</summary>
internal sealed class GroupFields(DbSession session, PublishedViews published)
{
    private const int MostValues = 500;
    private const string Years = "years";
    private const string Days = "days";
    private Dictionary<string, GroupField>? known;

    /// <summary>All fields with what they can say; of free texts that are many, the first.</summary>
    public async Task<IReadOnlyList<GroupField>> All(CancellationToken ct)
    {
        var values = new List<(string Field, GroupValue Value)>();
        foreach (var view in await published.Of("target_group_value", session, ct))
            values.AddRange(await session.Rows(
                $"select field, value, fi, en from (select *, row_number() over (partition by field order by value) as place from {view}) v where place <= {MostValues}",
                row => (row.GetString(0), new GroupValue(row.GetString(1), row.GetString(2), row.GetString(3))), ct));
        var of = values.ToLookup(value => value.Field, value => value.Value);
        return [.. (await Known(ct)).Values.Select(field => field with { Values = [.. of[field.Field]] })];
    }

    /// <summary>
    /// The definition as a condition on <paramref name="person"/>, an SQL expression; values join <paramref name="values"/>. Field names come from the views alone.
    /// <paramref name="path"/> is where the definition stands in the request, for faults.
    /// </summary>
    public Task<string> Sql(Condition definition, string person, List<object?> values, CancellationToken ct, string path = "/definition") =>
        Spelled(definition, new(" and ", " or ", part => $"not {part}", "true", "false", set => $"{person} in ({set})"), values, path, ct);

    /// <summary>The definition as the set of the ids of those who can be in a group and whom it means.</summary>
    public Task<string> Set(Condition definition, List<object?> values, CancellationToken ct)
    {
        const string everybody = "select contact_id from accounts.target_person";
        return Spelled(definition, new(" intersect ", " union ", part => $"({everybody} except {part})", $"({everybody})", $"({everybody} where false)", set => $"({set})"), values, "/definition", ct);
    }

    /// <summary>How the parts of a definition are written.</summary>
    private sealed record Spelling(string And, string Or, Func<string, string> Not, string All, string None, Func<string, string> Field);

    private async Task<string> Spelled(Condition definition, Spelling spelling, List<object?> values, string path, CancellationToken ct)
    {
        await Known(ct);
        // Each field is one set of ids; a set that spills to disk, that each parallel worker builds anew, or code made for one question costs more than it saves.
        await session.Execute("set work_mem = '64MB'; set jit = off; set max_parallel_workers_per_gather = 0", ct);
        return Of(definition, path);

        string Of(Condition condition, string path) => condition switch
        {
            { All: { } parts } => Join(parts, $"{path}/all", spelling.And, spelling.All),
            { Any: { } parts } => Join(parts, $"{path}/any", spelling.Or, spelling.None),
            { None: { } parts } => spelling.Not(Join(parts, $"{path}/none", spelling.Or, spelling.None)),
            _ => Asked(condition, path),
        };

        string Join(IReadOnlyList<Condition> parts, string path, string word, string none) =>
            parts.Count == 0 ? none : $"({string.Join(word, parts.Select((part, i) => Of(part, $"{path}/{i}")))})";

        string Asked(Condition asked, string path)
        {
            if (!known!.TryGetValue(asked.Field!, out var field))
                throw Refusal.Field($"{path}/field", "There is no such field.");
            var conditions = new List<string> { $"f.field = '{field.Field}'" };
            if (asked.Is is { } any && May(field, "is", $"{path}/is"))
                conditions.Add($"f.value = any({Value(any.ToArray())})");
            if (asked.Contains is { } text && May(field, "contains", $"{path}/contains"))
                conditions.Add($"f.value ilike {Value(Paging.Like(text))}");
            if (asked.From is { } from)
                conditions.Add(Limited(field, from, $"{path}/from", ">="));
            if (asked.To is { } to)
                conditions.Add(Limited(field, to, $"{path}/to", "<="));
            return spelling.Field($"select f.contact_id from {field.View} f where {string.Join(" and ", conditions)}");
        }

        string Limited(GroupField field, string text, string path, string compared) =>
            field.Operators.Contains(Days) ? $"f.day {compared} {Value(Day(text, path))}" : May(field, Years, path) ? $"f.number {compared} {Value(Year(text, path))}" : "";

        string Value(object value)
        {
            values.Add(value);
            return $"${values.Count}";
        }
    }

    private static bool May(GroupField field, string how, string path) =>
        field.Operators.Contains(how) ? true : throw Refusal.Field(path, "This field is not asked so.");

    private static DateOnly Day(string text, string path) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw Refusal.Field(path, "A day is written 2026-11-23.");

    private static int Year(string text, string path) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1900 and <= 2200 ? year : throw Refusal.Field(path, "A year lies from 1900 to 2200.");

    private async Task<Dictionary<string, GroupField>> Known(CancellationToken ct)
    {
        if (known is not null)
            return known;
        var fields = new List<(int Position, GroupField Field)>();
        foreach (var view in await published.Of("target_group_field_kind", session, ct))
            fields.AddRange(await session.Rows(
                $"select position, field, kind, operators, fi, en from {view}",
                row => (row.GetInt32(0), new GroupField(row.GetString(1), row.GetString(2), row.GetFieldValue<string[]>(3), row.GetString(4), row.GetString(5), []) { View = view[..^"_kind".Length] }), ct));
        return known = fields.OrderBy(field => field.Position).ToDictionary(field => field.Field.Field, field => field.Field);
    }
}
