using Karelia.Crm.Kernel.Imports;

namespace Karelia.Crm.Imports.Imports;

/// <summary>Who is used by something else than an import: any row of any module that a page of personal data links to the person, and other imports' lines.</summary>
internal sealed class PeopleInUse(DbSession session, IEnumerable<ModuleDb> modules, IEnumerable<PersonalData> pages)
{
    public async Task<List<KeptPerson>> Find(Guid[] people, Guid importId, IImportKind kind, CancellationToken ct)
    {
        var found = await session.Rows(
            """
            select w.contact_id from imports.written_rows w join imports.imports i on i.id = w.import_id
            where w.contact_id = any($1) and w.import_id <> $2 and i.state = 'committed'
            """,
            row => new KeptPerson(row.GetGuid(0), "other-import"), ct, people, importId);
        foreach (var (table, column) in Links(kind))
            found.AddRange(await session.Rows(
                $"select distinct {column} from {table} where {column} = any($1)", row => new KeptPerson(row.GetGuid(0), table.Split('.')[1].Replace('_', '-')), ct, people));
        return [.. found.DistinctBy(person => person.ContactId)];
    }

    private IEnumerable<(string Table, string Column)> Links(IImportKind kind) => PersonLink.All(modules, pages)
        .Where(link => !link.Table.StartsWith($"{ImportsDb.Schema}.", StringComparison.Ordinal) && !kind.OwnTables.Contains(link.Table)).Select(link => (link.Table, link.Column));
}
