namespace Karelia.Crm.Consent.Requests;

[Allow(Role.DataProtectionOfficer)]
internal sealed record IdentifyRequester(string How) : ICommand<RequestDetails>
{
    [FromRoute] public Guid Id { get; init; }
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/data-subject-requests/{id:guid}/identify", (Guid id, IdentifyRequester command, IMediator crm, CancellationToken ct) => crm.Send(command with { Id = id }, ct))
        .WithSummary("Notes how it was made sure who asks (art. 12.6)");
}

file sealed class Rules : AbstractValidator<IdentifyRequester>
{
    public Rules() => RuleFor(c => c.How).NotEmpty().MaximumLength(500).IsPlainText();
}

file sealed class Handler(RequestFiles files, CurrentUser user, Call call, TimeProvider clock) : IRequestHandler<IdentifyRequester, RequestDetails>
{
    public async Task<RequestDetails> Handle(IdentifyRequester command, CancellationToken ct)
    {
        var request = await files.Open(command.Id, ct);
        call.Expect(request.Version);
        request.Identify(command.How.Trim(), user, clock.Now());
        return await files.Show(request, ct);
    }
}
