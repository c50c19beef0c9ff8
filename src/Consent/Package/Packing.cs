using System.Text.Json;
using System.Text.RegularExpressions;
using Karelia.Crm.Accounts;
using Karelia.Crm.Consent.Erasure;
using Karelia.Crm.Consent.Purposes;
using Karelia.Crm.Consent.Requests;

namespace Karelia.Crm.Consent.Package;

/// <summary>
/// Gathers a person's data from every module, by the pages of personal data: a module that declares a column is in the package the same day. Staff who wrote something
/// down are not named in it (C-579/21): what the person may know is what was done, when and why.
/// </summary>
internal sealed class Packing(PersonTables tables, ActivePurposes purposes, DbSession session, TimeProvider clock)
{
    private const string Disclosures = """
        select to_jsonb(x)::text from (
            select d.at, d.name, d.purpose, d.recipient, d.channel, d.topic from consent.disclosed_contacts t join consent.disclosures d on d.id = t.disclosure_id
            where t.contact_id = any($1) order by d.at, d.id) x
        """;

    private const string Reads = """
        select to_jsonb(x)::text from (
            select e.at, e.kind as act, e.use_case as purpose from kernel.audit_entries e where e.contact_ids && $1 and e.kind in ('read', 'export') order by e.id) x
        """;

    private const string Changes = """
        select e.at, e.entity, v.payload::text from kernel.audit_values v join kernel.audit_entries e on e.id = v.entry_id
        where (v.contact_id = any($1) or e.contact_ids && $1) and e.kind in ('modified', 'deleted') order by e.id
        """;

    public async Task<PersonalDataPackage> Pack(KnownPerson person, bool portable, string language, CancellationToken ct)
    {
        var active = await purposes.Of(person.Id, ct);
        var carried = active.Where(purpose => purpose.Basis is LegalBases.Consent or LegalBases.Contract).Select(purpose => purpose.Purpose).ToHashSet();
        var sections = new List<PackageSection>();
        foreach (var table in tables.All.Where(table => !portable || IsGiven(table.Holding, carried)))
        {
            var isDisclosures = table.Table == "consent.disclosed_contacts";
            var fields = isDisclosures ? Fields(language, "At", "Name", "Purpose", "Recipient", "Channel", "Topic") : Fields(table, language, portable);
            if (fields.Count > 0 && await Rows(isDisclosures ? Disclosures : Select(table, fields), person.Ids, ct) is { Count: > 0 } rows)
                sections.Add(new(table.Module, table.Category, PackageTexts.Title(table.Category, language), Source(table.Holding, language), table.Holding.Purposes, fields, rows));
        }

        if (!portable)
        {
            sections.Add(Log("history", Fields(language, "At", "Field", "Before", "After"), await History(person.Ids, language, ct), language));
            sections.Add(Log("reads", Fields(language, "At", "Act", "Purpose"), await Rows(Reads, person.Ids, ct), language));
        }

        return new(person.Id, portable ? "portability" : "access", language, clock.Now(), active, [.. sections.Where(section => section.Rows.Count > 0)]);
    }

    /// <summary>What the person gave, for a purpose that rests on a consent or an agreement of the person (art. 20.1).</summary>
    private static bool IsGiven(Holding holding, HashSet<string> carried) =>
        holding.Purposes.Any(carried.Contains) && (holding.Source is null || holding.Source.Value.Fi.StartsWith("rekisteröity itse", StringComparison.Ordinal));

    private static List<PackageField> Fields(PersonTable table, string language, bool portable) =>
    [
        .. from column in table.Columns
           where !column.IsComputed && column.Name != table.PersonColumn && column.SqlType != "bytea" && !TellsOfStaff(column.Property)
           let label = column.Field is { } field ? (field.Fi, field.En).Pick(language) : portable ? null : PackageTexts.Context(column.Property, language)
           where label is not null
           select new PackageField(Camel(column.Property), label, column.SqlType),
    ];

    private static List<PackageField> Fields(string language, params string[] properties) =>
        [.. properties.Select(property => new PackageField(Camel(property), PackageTexts.Context(property, language)!, property == "At" ? "timestamp with time zone" : "text"))];

    private static string Select(PersonTable table, List<PackageField> fields)
    {
        var columns = fields.Select(field => $"t.{table.Columns.First(column => Camel(column.Property) == field.Name).Name} as \"{field.Name}\"");
        var order = string.Join(", ", table.Columns.Where(column => column.IsKey).Select(column => $"t.{column.Name}"));
        return $"select to_jsonb(x)::text from (select {string.Join(", ", columns)} from {table.Table} t where {table.Where} order by {order}) x";
    }

    private Task<List<IReadOnlyDictionary<string, JsonElement>>> Rows(string sql, Guid[] ids, CancellationToken ct) => session.Rows(
        sql, row => (IReadOnlyDictionary<string, JsonElement>)JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(row.GetString(0))!, ct, ids);

    /// <summary>Old and new values, as the audit log keeps them.</summary>
    private async Task<List<IReadOnlyDictionary<string, JsonElement>>> History(Guid[] ids, string language, CancellationToken ct)
    {
        var labels = tables.All.SelectMany(table => table.Columns.Where(column => column is { Field: not null, IsComputed: false } && !TellsOfStaff(column.Property)).Select(column => (table, column)))
            .ToLookup(one => (one.table.Holding.Entity.Name, one.column.Property), one => (one.column.Field!.Fi, one.column.Field.En).Pick(language));
        var rows = await session.Rows(Changes, row => (At: row.GetFieldValue<DateTimeOffset>(0), Entity: row.GetString(1), Values: row.GetString(2)), ct, ids);
        return
        [
            .. from row in rows
               from change in JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(row.Values)!
               where change.Value.ValueKind == JsonValueKind.Array && change.Value.GetArrayLength() == 2
               from label in labels[(row.Entity, change.Key)].Take(1)
               select (IReadOnlyDictionary<string, JsonElement>)new Dictionary<string, JsonElement>
               {
                   ["at"] = JsonSerializer.SerializeToElement(row.At),
                   ["field"] = JsonSerializer.SerializeToElement(label),
                   ["before"] = change.Value[0],
                   ["after"] = change.Value[1],
               },
        ];
    }

    private static PackageSection Log(string category, IReadOnlyList<PackageField> fields, IReadOnlyList<IReadOnlyDictionary<string, JsonElement>> rows, string language) =>
        new("Kernel", category, PackageTexts.Title(category, language), ("järjestelmä kirjaa", "recorded by the system").Pick(language), [Kernel.Purposes.Accountability], fields, rows);

    private static string? Source(Holding holding, string language) => holding.Source is { } source ? source.Pick(language) : null;

    private static bool TellsOfStaff(string property) => Regex.IsMatch(property, "(ById|By|UserId|UserName|AssigneeId|AssigneeName|OwnerId|OwnerName)$");

    private static string Camel(string property) => char.ToLowerInvariant(property[0]) + property[1..];
}
