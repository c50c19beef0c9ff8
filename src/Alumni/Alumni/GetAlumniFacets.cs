namespace Karelia.Crm.Alumni.Alumni;

[Allow(Role.AlumniCoordinator, Role.Communications, Role.DataProtectionOfficer, Role.PartnershipManager, Role.CustomerManager, Role.ExpertCoordinator)]
internal sealed record GetAlumniFacets : IQuery<AlumniFacets>;

/// <summary>The values that the list can be filtered by.</summary>
internal sealed record AlumniFacets(IReadOnlyList<string> Programmes, IReadOnlyList<string> Towns, YearSpan? Years);

/// <summary>First and last year of graduation.</summary>
internal sealed record YearSpan(int From, int To);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/alumni/facets", ([AsParameters] GetAlumniFacets query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("Programmes, towns and years that occur, for the list's filters");
}

file sealed class Handler(AlumniDb db) : IRequestHandler<GetAlumniFacets, AlumniFacets>
{
    private const int Most = 500;

    public async Task<AlumniFacets> Handle(GetAlumniFacets query, CancellationToken ct)
    {
        var programmes = await db.Degrees.Where(d => d.Programme != null).Select(d => d.Programme!).Distinct().Order().Take(Most).ToListAsync(ct);
        // From one town to the next in the index of towns: there are few, and many alumni in each.
        var towns = await db.Database.SqlQuery<string>(
            $"""
            with recursive towns(town) as (
                select ''
                union all
                select (select coalesce(c.town, '') from alumni.member_card c
                        where coalesce(c.town, '') > t.town and exists (select from alumni.alumni a where a.contact_id = c.id) order by 1 limit 1)
                from towns t where t.town is not null)
            select town as "Value" from towns where town <> '' limit {Most}
            """).ToListAsync(ct);
        // One after the other, each is one step into an index.
        var (from, to) = (await db.Degrees.MinAsync(d => d.GraduatedYear, ct), await db.Degrees.MaxAsync(d => d.GraduatedYear, ct));
        return new(programmes, towns, from is null ? null : new(from.Value, to!.Value));
    }
}
