using Karelia.Crm.Accounts;

namespace Karelia.Crm.Consent.Requests;

[Allow(Role.DataProtectionOfficer)]
internal sealed record MatchRequest(Guid? ContactId = null) : ICommand<RequestDetails>
{
    [FromRoute] public Guid Id { get; init; }
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/data-subject-requests/{id:guid}/match", (Guid id, MatchRequest command, IMediator crm, CancellationToken ct) => crm.Send(command with { Id = id }, ct))
        .WithSummary("Says which person in the register asks, or without contactId that it is none; an objection stops direct marketing at the same moment");
}

file sealed class Handler(RequestFiles files, RequestDesk desk, IKnownPeople people, CurrentUser user, Call call, TimeProvider clock) : IRequestHandler<MatchRequest, RequestDetails>
{
    public async Task<RequestDetails> Handle(MatchRequest command, CancellationToken ct)
    {
        var request = await files.Open(command.Id, ct);
        call.Expect(request.Version);
        if (command.ContactId is { } contact)
            await desk.Match(request, (await people.Know(contact, ct)).Id, ct);
        else
            request.Match(null, user, clock.Now());
        return await files.Show(request, ct);
    }
}
