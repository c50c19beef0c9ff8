using Karelia.Crm.Accounts;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Karelia.Crm.Consent.Erasure;

/// <summary>A column of a table about people. Without a field it is not personal.</summary>
internal sealed record PersonColumn(string Name, string Property, PersonalField? Field)
{
    public required string SqlType { get; init; }

    public bool IsText => SqlType is "text" or "text[]" or "jsonb" or "json" || SqlType.StartsWith("character varying", StringComparison.Ordinal);
    public required bool IsNullable { get; init; }

    /// <summary>The database writes it, from other columns; for sorting and searching.</summary>
    public required bool IsComputed { get; init; }
    public required bool IsKey { get; init; }
}

/// <summary>A table that holds rows about people, as its module's page declares it. <c>PersonColumn</c> is empty where none links: ask by <see cref="Where"/>.</summary>
internal sealed record PersonTable(Holding Holding, string Module, string Table, string PersonColumn, IReadOnlyList<PersonColumn> Columns)
{
    /// <summary>SQL over the row <c>t</c>: a person's rows, where <c>$1</c> is the array of the ids that the person has had (<see cref="KnownPerson.Ids"/>).</summary>
    public string Where => string.Join(" or ", new[] { PersonColumn.Length == 0 ? null : $"t.{PersonColumn} = any($1)", Holding.Found }.OfType<string>().DefaultIfEmpty("false"));

    /// <summary>No row of it is found by a person: it is about the staff who did something.</summary>
    public bool IsOnlyOfStaff => PersonColumn.Length == 0 && Holding is { Found: null, ErasedWith: null };

    /// <summary>For people to read and for the contract: <c>contact-emails</c>.</summary>
    public string Category => Table[(Table.IndexOf('.', StringComparison.Ordinal) + 1)..].Replace('_', '-');

    /// <summary>Columns elsewhere that lead here and can be empty: table and column.</summary>
    public required IReadOnlyList<(string Table, string Column)> LooseEnds { get; init; }
}

/// <summary>Every table that holds rows about people, from the pages of personal data: what access, portability, erasure, retention and the notice read.</summary>
internal sealed class PersonTables(IEnumerable<ModuleDb> modules, IEnumerable<PersonalData> pages)
{
    private IReadOnlyList<PersonTable>? all;

    /// <summary>In module order, and within a module what others lead to first: read so, and erase the other way round.</summary>
    public IReadOnlyList<PersonTable> All => all ??= [.. Read()];

    /// <summary>A property's values of a person, whichever tables have one of that name.</summary>
    public async Task<List<T>> Values<T>(string property, Guid[] ids, DbSession session, CancellationToken ct)
    {
        var values = new List<T>();
        foreach (var (table, column) in All.SelectMany(table => table.Columns.Where(column => column.Property == property), (table, column) => (table, column.Name)))
            values.AddRange(await session.Rows($"select t.{column} from {table.Table} t where ({table.Where}) and t.{column} is not null", row => row.GetFieldValue<T>(0), ct, ids));
        return values;
    }

    private IEnumerable<PersonTable> Read()
    {
        var holdings = pages.SelectMany(page => page.Holdings).Where(holding => !holding.AboutNobody).ToDictionary(holding => holding.Entity);
        foreach (var module in modules)
        {
            using var context = module.Create();
            var entities = Ordered([.. context.Model.GetEntityTypes().Where(entity => entity.GetTableName() is not null && holdings.ContainsKey(entity.ClrType))]);
            foreach (var entity in entities)
            {
                var holding = holdings[entity.ClrType];
                yield return new(
                    holding, Modules.NameOf(module.Assembly), NameOf(entity, module), holding.Person is null ? "" : entity.FindProperty(holding.Person)!.GetColumnName(),
                    [.. entity.GetProperties().Select(property => new PersonColumn(property.GetColumnName(), property.Name, holding.Fields.GetValueOrDefault(property.Name))
                    {
                        SqlType = property.GetColumnType(),
                        IsNullable = property.IsNullable,
                        IsComputed = property.GetComputedColumnSql() is not null,
                        IsKey = property.IsPrimaryKey(),
                    })])
                {
                    LooseEnds = [.. entity.GetReferencingForeignKeys().Where(key => !key.IsRequired).Select(key => (NameOf(key.DeclaringEntityType, module), key.Properties[0].GetColumnName()))],
                };
            }
        }
    }

    private static string NameOf(IReadOnlyEntityType entity, ModuleDb module) => $"{entity.GetSchema() ?? module.Schema}.{entity.GetTableName()}";

    private static List<IEntityType> Ordered(List<IEntityType> entities)
    {
        var ordered = new List<IEntityType>();
        while (entities.Find(entity => !entity.GetForeignKeys().Any(key => key.PrincipalEntityType != entity && entities.Contains(key.PrincipalEntityType))) is { } next)
        {
            entities.Remove(next);
            ordered.Add(next);
        }

        return ordered;
    }
}
