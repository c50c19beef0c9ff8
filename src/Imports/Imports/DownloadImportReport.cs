using System.Globalization;
using Karelia.Crm.Spreadsheets;

namespace Karelia.Crm.Imports.Imports;

[Allow(Role.AlumniCoordinator, Role.ExpertCoordinator, Role.CustomerManager, Role.Communications, Role.DataProtectionOfficer)]
internal sealed record DownloadImportReport([FromRoute] Guid Id) : IQuery<ReportBook>;

/// <summary>The reconciliation as a workbook, to be kept with the papers of a move.</summary>
internal sealed record ReportBook(string FileName, Stream Content);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/imports/{id:guid}/report.xlsx", async ([AsParameters] DownloadImportReport query, IMediator crm, CancellationToken ct) =>
        {
            var book = await crm.Send(query, ct);
            return TypedResults.File(book.Content, SheetAnswer.ContentType, book.FileName);
        })
        .WithSummary("The reconciliation of a committed import as a workbook")
        .Produces(StatusCodes.Status200OK, contentType: SheetAnswer.ContentType);
}

file sealed class Handler(IMediator crm) : IRequestHandler<DownloadImportReport, ReportBook>
{
    public async Task<ReportBook> Handle(DownloadImportReport query, CancellationToken ct)
    {
        var report = await crm.Send(new GetImportReport(query.Id), ct);
        var file = new MemoryStream();
        FormattedBook.Write(file, "Täsmäytys", ["Tieto / Item", "Määrä / Number"], Lines(report), -1);
        file.Position = 0;
        return new($"{Path.GetFileNameWithoutExtension(report.FileName)}_tasmaytys.xlsx", file);
    }

    private static IEnumerable<IReadOnlyList<string?>> Lines(ImportReport report)
    {
        yield return ["Tiedosto / File", report.FileName];
        yield return ["SHA-256", report.Sha256];
        yield return ["Tuotu / Imported (UTC)", report.CommittedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)];
        yield return ["Tuoja / By", report.CreatedBy];
        yield return ["Rivejä tiedostossa / Rows in", Text(report.RowsIn)];
        foreach (var (name, part) in ((string, Reconciled)[])[("Henkilöt / People", report.People), ("Organisaatiot / Organisations", report.Organisations)])
        {
            yield return [$"{name}: uusia / created", Text(part.Created)];
            yield return [$"{name}: ennallaan / matched", Text(part.Matched)];
            yield return [$"{name}: muuttuneita / changed", Text(part.Changed)];
        }

        yield return ["Ei kirjoitettu / Refused", Text(report.Refused)];
        foreach (var reason in report.Reasons)
            yield return [$"  {ReasonTexts.Of(reason)}", Text(reason.Rows)];
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
