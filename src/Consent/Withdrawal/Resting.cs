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
    public async Task<List<PersonTable>> OnlyOn(string lost, Guid contactId, CancellationToken ct)
    {
        var active = (await purposes.Of(contactId, ct)).Select(one => one.Purpose).Where(purpose => purpose != lost).ToHashSet();
        return [.. tables.All.Where(table => !table.Holding.AppendOnly && table.Where != "false" && table.Holding.Purposes.Contains(lost) && !table.Holding.Purposes.Any(active.Contains))];
    }

    /// <summary>Whether the person's own row is among them: then nothing of the person is needed, and all goes.</summary>
    public static bool IsAll(IEnumerable<PersonTable> tables) => tables.Any(table => table.Holding.IsPersonItself);

    public async Task<List<HeldFields>> Fields(IEnumerable<PersonTable> held, Guid contactId, CancellationToken ct)
    {
        var found = new List<HeldFields>();
        foreach (var table in held)
        {
            var rows = (await session.Rows($"select count(*) from {table.Table} t where {table.Where}", row => row.GetInt64(0), ct, new[] { contactId }))[0];
            if (rows > 0)
                found.Add(new(table.Module, table.Category, [.. table.Columns.Where(column => column.Field is not null).Select(column => new FieldName(column.Field!.Fi, column.Field.En))], rows));
        }

        return found;
    }
}
