namespace Karelia.Crm.ExpertPool.Experts;

[Allow(Role.ExpertCoordinator, Role.CustomerManager, Role.DataProtectionOfficer)]
internal sealed record GetExpertFacets : IQuery<ExpertFacets>;

/// <summary>Towns and languages that occur, and how many consents should be renewed: those that are valid for less than ninety days more.</summary>
internal sealed record ExpertFacets(IReadOnlyList<string> Towns, IReadOnlyList<string> Languages, int Experts, int ToRenew, DateOnly RenewBefore);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/experts/facets", ([AsParameters] GetExpertFacets query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("What the list of experts can be filtered by, and how many consents are to be renewed");
}

file sealed class Handler(ExpertPoolDb db, TimeProvider clock) : IRequestHandler<GetExpertFacets, ExpertFacets>
{
    private const int Most = 500;

    public async Task<ExpertFacets> Handle(GetExpertFacets query, CancellationToken ct)
    {
        var renew = PoolConsent.RenewBefore(clock);
        var members = db.Experts.Join(db.ContactCards, e => e.ContactId, c => c.Id, (e, c) => new { Expert = e, Card = c }).Join(db.Consents, r => r.Card.Id, s => s.ContactId, (r, s) => new { r.Expert, r.Card, Consent = s });
        var towns = await members.Select(r => r.Card.Town).Where(town => town != null).Distinct().Order().Take(Most).ToListAsync(ct);
        var languages = await db.Experts.SelectMany(e => e.Languages).Distinct().ToListAsync(ct);
        return new(towns!, [.. ExpertLists.Languages.Select(l => l.Code).Where(languages.Contains)], await members.CountAsync(ct), await members.CountAsync(r => r.Consent.ValidUntil < renew, ct), renew);
    }
}
