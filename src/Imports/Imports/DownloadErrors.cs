using Karelia.Crm.Spreadsheets;

namespace Karelia.Crm.Imports.Imports;

[Allow(Role.AlumniCoordinator, Role.ExpertCoordinator, Role.CustomerManager, Role.Communications, Role.DataProtectionOfficer)]
internal sealed record DownloadErrors([FromRoute] Guid Id) : IQuery<ErrorsBook>;

/// <summary>A workbook with the lines that were not taken, and why.</summary>
internal sealed record ErrorsBook(string FileName, Stream Content);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/imports/{id:guid}/errors.xlsx", async ([AsParameters] DownloadErrors query, IMediator crm, CancellationToken ct) =>
        {
            var book = await crm.Send(query, ct);
            return TypedResults.File(book.Content, SheetAnswer.ContentType, book.FileName);
        })
        .WithSummary("The invalid and undecided lines as the same columns, with the reason beside them")
        .Produces(StatusCodes.Status200OK, contentType: SheetAnswer.ContentType);
}

file sealed class Handler(Kinds kinds, DbSession session) : IRequestHandler<DownloadErrors, ErrorsBook>
{
    private const string Faulty = """
        select cells, reasons::text from imports.rows
        where import_id = $1 and (outcome = 'invalid' or (outcome = 'suspicious' and decision is null)) order by row
        """;

    public async Task<ErrorsBook> Handle(DownloadErrors query, CancellationToken ct)
    {
        var import = await kinds.Find(query.Id, ct);
        await using var select = await session.Sql(Faulty, ct, import.Id);
        await using var rows = await select.ExecuteReaderAsync(ct);
        // Gone when it is closed.
        var file = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 64 << 10, FileOptions.DeleteOnClose);
        // Where nothing may lead from an answer to who gave it, the columns that were taken for a person's are left out.
        var isNameless = kinds.Of(import.Kind).ForgetsLines(import.Form);
        int[] shown = [.. Enumerable.Range(0, import.Headings.Length).Where(place => !isNameless || import.Columns.Any(column => column.Column.Index == place && column.Field is null))];
        string[] headings = [.. shown.Select(place => import.Headings[place]), ReasonTexts.Heading];
        FormattedBook.Write(file, "Virheet", headings, Lines(), headings.Length - 1);
        file.Position = 0;
        return new($"{Path.GetFileNameWithoutExtension(import.FileName)}_virheet.xlsx", file);

        IEnumerable<IReadOnlyList<string?>> Lines()
        {
            while (rows.Read())
            {
                var cells = rows.GetFieldValue<string?[]>(0);
                Array.Resize(ref cells, import.Headings.Length);
                yield return [.. shown.Select(place => cells[place]), ReasonTexts.Of(rows.GetString(1))];
            }
        }
    }
}
