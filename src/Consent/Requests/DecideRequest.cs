namespace Karelia.Crm.Consent.Requests;

[Allow(Role.DataProtectionOfficer)]
internal sealed record DecideRequest(string Decision, string? Ground = null) : ICommand<RequestDetails>
{
    [FromRoute] public Guid Id { get; init; }
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/data-subject-requests/{id:guid}/decide", (Guid id, DecideRequest command, IMediator crm, CancellationToken ct) => crm.Send(command with { Id = id }, ct))
        .WithSummary("Grants the request, wholly or in part, or refuses it with the ground; until it is carried out it can be decided anew");
}

file sealed class Rules : AbstractValidator<DecideRequest>
{
    public Rules()
    {
        RuleFor(c => c.Decision).NotNull().IsOneOf(Decisions.All);
        RuleFor(c => c.Ground).MaximumLength(2000).IsPlainText();
        RuleFor(c => c.Ground).NotEmpty().When(c => c.Decision is Decisions.Partly or Decisions.Refused).WithMessage("The person is told why.");
    }
}

file sealed class Handler(RequestFiles files, CurrentUser user, Call call, TimeProvider clock) : IRequestHandler<DecideRequest, RequestDetails>
{
    public async Task<RequestDetails> Handle(DecideRequest command, CancellationToken ct)
    {
        var request = await files.Open(command.Id, ct);
        call.Expect(request.Version);
        var ground = string.IsNullOrWhiteSpace(command.Ground) ? null : command.Ground.Trim();
        request.Decide(command.Decision, ground, user, clock.Now());
        // The officer decides: what no basis gives can be granted, but not by oversight.
        if (command.Decision != Decisions.Refused && ground is null && request.ContactId is not null && !(await files.Right(request, ct)).Applies)
            throw new Refusal("right-not-given", detail: "No basis on which the person's data are kept gives this right. Refuse the request, or say in ground why it is granted nevertheless.");
        return await files.Show(request, ct);
    }
}
