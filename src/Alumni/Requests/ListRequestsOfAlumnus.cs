namespace Karelia.Crm.Alumni.Requests;

[Allow(Role.AlumniCoordinator, Role.Communications, Role.DataProtectionOfficer, Role.PartnershipManager, Role.CustomerManager, Role.ExpertCoordinator)]
internal sealed record ListRequestsOfAlumnus([property: FromRoute] Guid ContactId) : IQuery<RequestsOfAlumnus>;

/// <summary>All that an alumnus was asked for, the last first, and how often the person has been asked and written to.</summary>
internal sealed record RequestsOfAlumnus(IReadOnlyList<AlumniRequestDetails> Items, ContactLoad Load) : IShowsPeople
{
    public IEnumerable<Guid> ShownPeople() => Items.Select(item => item.ContactId).Distinct();
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/alumni/{contactId:guid}/requests", ([AsParameters] ListRequestsOfAlumnus query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("What an alumnus was asked for, and what came of it");
}

file sealed class Handler(AlumniDb db, TimeProvider clock) : IRequestHandler<ListRequestsOfAlumnus, RequestsOfAlumnus>
{
    private const int Most = 500;

    public async Task<RequestsOfAlumnus> Handle(ListRequestsOfAlumnus query, CancellationToken ct)
    {
        var (alumnus, card) = await db.Find(query.ContactId, ct);
        var requests = await db.Requests.AsNoTracking().Where(r => r.ContactId == alumnus.ContactId).OrderByDescending(r => r.AskedOn).ThenByDescending(r => r.Id).Take(Most).ToListAsync(ct);
        return new([.. requests.Select(r => AlumniRequestDetails.Of(r, card))], (await ContactLoad.Of(db, [alumnus.ContactId], clock, ct))[alumnus.ContactId]);
    }
}
