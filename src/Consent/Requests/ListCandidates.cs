namespace Karelia.Crm.Consent.Requests;

[Allow(Role.DataProtectionOfficer)]
internal sealed record ListCandidates([FromRoute] Guid Id) : IQuery<Candidates>;

/// <summary>Twenty at most; who has the address comes first.</summary>
internal sealed record Candidates(IReadOnlyList<MatchedPerson> Items) : IShowsPeople
{
    public IEnumerable<Guid> ShownPeople() => Items.Select(person => person.Id);
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/data-subject-requests/{id:guid}/candidates", ([AsParameters] ListCandidates query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("People in the register who may have asked, by e-mail address and by name");
}

file sealed class Handler(RequestFiles files) : IRequestHandler<ListCandidates, Candidates>
{
    public async Task<Candidates> Handle(ListCandidates query, CancellationToken ct) => new(await files.Candidates(await files.Open(query.Id, ct), ct));
}
