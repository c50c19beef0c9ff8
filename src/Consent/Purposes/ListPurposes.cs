namespace Karelia.Crm.Consent.Purposes;

[Allow(Role.DataProtectionOfficer)]
internal sealed record ListPurposes(string? Code = null) : IQuery<Page<PurposeLine>>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/purposes", ([AsParameters] ListPurposes query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("The purposes of processing with basis, retention and recipients: what holds and what is proposed; with a code, every version of it");
}

file sealed class Rules : AbstractValidator<ListPurposes>
{
    public Rules() => RuleFor(q => q.Code).MaximumLength(60).IsPlainText(lines: false);
}

file sealed class Handler(ConsentDb db) : IRequestHandler<ListPurposes, Page<PurposeLine>>
{
    public async Task<Page<PurposeLine>> Handle(ListPurposes query, CancellationToken ct)
    {
        var versions = await db.Set<PurposeVersion>().AsNoTracking().Where(p => query.Code == null || p.Code == query.Code).OrderBy(p => p.Code).ThenByDescending(p => p.Number).ToListAsync(ct);
        var current = versions.Where(p => p.ApprovedAt is not null).GroupBy(p => p.Code).Select(code => code.MaxBy(p => p.Number)!.Id).ToHashSet();
        return new([.. versions.Select(p => PurposeLine.Of(p, current.Contains(p.Id))).Where(p => query.Code is not null || p.State != "former")], null);
    }
}
