namespace Karelia.Crm.Consent.Purposes;

[Allow(Role.DataProtectionOfficer)]
internal sealed record ApprovePurpose([property: FromRoute] string Code, [property: FromRoute] int Number) : ICommand<PurposeLine>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/purposes/{code}/versions/{number:int}/approve", ([AsParameters] ApprovePurpose command, IMediator crm, CancellationToken ct) => crm.Send(command, ct))
        .WithSummary("Approves a proposed version of a purpose: from now on it holds")
        .Produces<PurposeLine>();
}

file sealed class Rules : AbstractValidator<ApprovePurpose>
{
    public Rules() => RuleFor(p => p.Code).MaximumLength(60).IsPlainText(lines: false);
}

file sealed class Handler(ConsentDb db, CurrentUser user, FourEyes four, TimeProvider clock) : IRequestHandler<ApprovePurpose, PurposeLine>
{
    public async Task<PurposeLine> Handle(ApprovePurpose command, CancellationToken ct)
    {
        var version = await db.Set<PurposeVersion>().FirstOrDefaultAsync(p => p.Code == command.Code && p.Number == command.Number, ct) ?? throw Refusal.Unknown();
        if (await db.Set<PurposeVersion>().AnyAsync(p => p.Code == command.Code && p.Number > command.Number && p.ApprovedAt != null, ct))
            throw new Refusal("newer-version", detail: "A newer version holds already.");
        version.Approve(user, four, clock.Now());
        return PurposeLine.Of(version, isCurrent: true);
    }
}
