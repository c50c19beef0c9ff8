using System.Text.Json;

namespace Karelia.Crm.Imports.Imports;

[Allow(Role.AlumniCoordinator, Role.ExpertCoordinator, Role.CustomerManager, Role.Communications, Role.DataProtectionOfficer)]
internal sealed record GetImportReport([FromRoute] Guid Id) : IQuery<ImportReport>;

/// <summary>The reconciliation of a committed import: every line of the file is accounted for.</summary>
internal sealed record ImportReport(
    Guid ImportId, string Kind, string? Form, string FileName, string Sha256, string State, DateTimeOffset CommittedAt, string CreatedBy,
    int RowsIn, Reconciled People, Reconciled Organisations, int Refused, IReadOnlyList<RefusedFor> Reasons);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/imports/{id:guid}/report", ([AsParameters] GetImportReport query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("The reconciliation of a committed import: rows in, created, matched, changed, refused by reason");
}

file sealed class Handler(Kinds kinds) : IRequestHandler<GetImportReport, ImportReport>
{
    public async Task<ImportReport> Handle(GetImportReport query, CancellationToken ct)
    {
        var import = await kinds.Find(query.Id, ct);
        if (import.Report is null || import.CommittedAt is not { } at)
            throw new Refusal("unknown", StatusCodes.Status404NotFound, "The report is there once the import has been committed.");
        var report = JsonSerializer.Deserialize<Reconciliation>(import.Report, JsonSerializerOptions.Web)!;
        return new(
            import.Id, import.Kind, import.Form, import.FileName, import.Sha256, import.State, at, import.CreatedBy,
            report.RowsIn, report.People, report.Organisations, report.Refused, report.Reasons);
    }
}
