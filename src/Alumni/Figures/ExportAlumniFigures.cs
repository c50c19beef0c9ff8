using System.Globalization;
using Karelia.Crm.Accounts;
using Karelia.Crm.Kernel.Audit;
using Karelia.Crm.Spreadsheets;

namespace Karelia.Crm.Alumni.Figures;

[Allow(Role.AlumniCoordinator, Role.Communications, Role.DataProtectionOfficer, Role.PartnershipManager, Role.CustomerManager, Role.ExpertCoordinator)]
internal sealed record ExportAlumniFigures(string? By = null, int? GraduatedFrom = null, int? GraduatedTo = null, string? Headings = null) : IQuery<SheetAnswer>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/alumni/figures.xlsx", ([AsParameters] ExportAlumniFigures query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("The figures of alumni as a workbook")
        .Produces(StatusCodes.Status200OK, contentType: SheetAnswer.ContentType);
}

file sealed class Rules : AbstractValidator<ExportAlumniFigures>
{
    public Rules()
    {
        RuleFor(q => q.By).IsOneOf(Counting.Groupings);
        RuleFor(q => q.GraduatedFrom).InclusiveBetween(1900, 2200);
        RuleFor(q => q.GraduatedTo).InclusiveBetween(1900, 2200);
        RuleFor(q => q.Headings).IsOneOf(["fi", "en"]);
    }
}

file sealed class Handler(Counting counting, AuditLog audit, TimeProvider clock) : IRequestHandler<ExportAlumniFigures, SheetAnswer>
{
    public async Task<SheetAnswer> Handle(ExportAlumniFigures query, CancellationToken ct)
    {
        var figures = await counting.Count(query.By, query.GraduatedFrom, query.GraduatedTo, ct);
        await audit.Bulk(nameof(ExportAlumniFigures), "export", "figures", null, [], ct);
        var isFinnish = query.Headings != "en";
        var name = isFinnish ? "Alumnien tunnusluvut" : "Figures of alumni";
        return new(
            $"{name} {Days.Of(clock.GetUtcNow()):yyyy-MM-dd}.xlsx", name,
            isFinnish ? ["Koulutus", "Valmistumisvuosi", "Alumneja", "Saa lähettää alumnikirjeen", "Tarjoaa yhteistyötä", "Toteutuneita tekoja"]
                : ["Programme", "Year of graduation", "Alumni", "May be sent the alumni letter", "Offer cooperation", "Acts done"],
            Rows(figures, isFinnish));
    }

    private static async IAsyncEnumerable<string?[]> Rows(AlumniFigures figures, bool isFinnish)
    {
        foreach (var line in figures.Groups)
            yield return [isFinnish ? line.Fi : line.En, Text(line.Year), Told(line.Alumni), Told(line.Mailable), Told(line.Offering), Told(line.Acts)];
        foreach (var form in figures.Forms)
            yield return [isFinnish ? form.Fi : form.En, null, null, null, Told(form.Offering), Told(form.Done)];
        await Task.CompletedTask;

        static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);
        string Told(int? number) => Text(number) ?? (isFinnish ? "ei näytetä" : "not shown");
    }
}
