namespace Karelia.Crm.Consent.Retention;

[Allow(Role.DataProtectionOfficer)]
internal sealed record CancelRetentionRun([property: FromRoute] Guid Id) : ICommand<RetentionRunLine>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/retention/runs/{id:guid}/cancel", ([AsParameters] CancelRetentionRun command, IMediator crm, CancellationToken ct) => crm.Send(command, ct))
        .WithSummary("Drops a proposed run: nothing is done")
        .Produces<RetentionRunLine>();
}

file sealed class Handler(ConsentDb db) : IRequestHandler<CancelRetentionRun, RetentionRunLine>
{
    public async Task<RetentionRunLine> Handle(CancelRetentionRun command, CancellationToken ct)
    {
        var run = await db.Set<RetentionRun>().FirstOrDefaultAsync(r => r.Id == command.Id, ct) ?? throw Refusal.Unknown();
        run.MustBeProposed();
        run.State = "cancelled";
        return await RetentionRunLine.Of(db, run, ct);
    }
}
