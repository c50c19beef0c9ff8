using Karelia.Crm.Consent.Erasure;
using Karelia.Crm.Consent.Purposes;

namespace Karelia.Crm.Consent.Withdrawal;

/// <summary>Fields of one kind of rows of a person, and how many rows there are.</summary>
internal sealed record HeldFields(string Module, string Category, IReadOnlyList<FieldName> Fields, long Rows);

internal sealed record FieldName(string Fi, string En);

/// <summary>What of a person rests on which purposes: a row is kept while one active purpose needs it, by the pages of personal data.</summary>
internal sealed class Resting(PersonTables tables, ActivePurposes purposes, DbSession session)
{
    /// <summary>The tables whose rows about the person nothing needs once the purpose is gone.</summary>
    public async Task<List<PersonTable>> OnlyOn(string lost, Guid contactId, CancellationToken ct) => OnlyOn(lost, await purposes.Of(contactId, ct));

    /// <summary>Whether the person's own row is among them: then nothing of the person is needed, and all goes.</summary>
    public static bool IsAll(IEnumerable<PersonTable> tables) => tables.Any(table => table.Holding.IsPersonItself);

    /// <summary>What goes with each of these tasks. Asks each table once, for all people.</summary>
    public async Task<Dictionary<ErasureTask, (bool IsAll, List<HeldFields> Fields)>> GoesWith(IReadOnlyCollection<ErasureTask> tasks, CancellationToken ct)
    {
        var active = await purposes.Of([.. tasks.Select(task => task.ContactId)], ct);
        var goes = tasks.ToDictionary(task => task, task => OnlyOn(task.Purpose, active[task.ContactId]));
        var rows = new Dictionary<(PersonTable, Guid), long>();
        foreach (var table in goes.Values.SelectMany(found => found).Distinct())
        {
            var people = tasks.Where(task => goes[task].Contains(table)).Select(task => task.ContactId).Distinct().ToArray();
            var where = table.Where.Replace("$1", "array[asked.id]", StringComparison.Ordinal);
            foreach (var (person, count) in await session.Rows(
                $"select asked.id, (select count(*) from {table.Table} t where {where}) from unnest($1::uuid[]) asked(id)", row => (row.GetGuid(0), row.GetInt64(1)), ct, people))
                rows[(table, person)] = count;
        }

        return tasks.ToDictionary(task => task, task => (IsAll(goes[task]), goes[task].Where(table => rows[(table, task.ContactId)] > 0).Select(table => new HeldFields(
            table.Module, table.Category, [.. table.Columns.Where(column => column.Field is not null).Select(column => new FieldName(column.Field!.Fi, column.Field.En))],
            rows[(table, task.ContactId)])).ToList()));
    }

    private List<PersonTable> OnlyOn(string lost, IEnumerable<ActivePurpose> of)
    {
        var active = of.Select(one => one.Purpose).Where(purpose => purpose != lost).ToHashSet();
        return [.. tables.All.Where(table => !table.Holding.AppendOnly && table.Where != "false" && table.Holding.Purposes.Contains(lost) && !table.Holding.Purposes.Any(active.Contains))];
    }
}
