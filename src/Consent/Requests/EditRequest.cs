using Karelia.Crm.Administration;

namespace Karelia.Crm.Consent.Requests;

[Allow(Role.DataProtectionOfficer)]
internal sealed record EditRequest : ICommand<RequestDetails>
{
    public Optional<Guid?> AssigneeId { get; init; }
    public Optional<string?> Notes { get; init; }

    [FromRoute] public Guid Id { get; init; }
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPatch("/data-subject-requests/{id:guid}", (Guid id, EditRequest command, IMediator crm, CancellationToken ct) => crm.Send(command with { Id = id }, ct))
        .WithSummary("Says who handles the request, and notes on it");
}

file sealed class Rules : AbstractValidator<EditRequest>
{
    public Rules() => RuleFor(r => r.Notes.Value).MaximumLength(4000).IsPlainText().OverridePropertyName("Notes");
}

file sealed class Handler(RequestFiles files, IUsers users, CurrentUser user, Call call, TimeProvider clock) : IRequestHandler<EditRequest, RequestDetails>
{
    public async Task<RequestDetails> Handle(EditRequest command, CancellationToken ct)
    {
        var request = await files.Open(command.Id, ct);
        call.Expect(request.Version);
        request.RefuseIfClosed();
        if (command.AssigneeId.IsSet && command.AssigneeId.Value != request.AssigneeId)
        {
            var assignee = command.AssigneeId.Value is { } id ? await users.Find(id, ct) ?? throw Refusal.Field("/assigneeId", "There is no such member of staff.") : null;
            request.HandTo(assignee?.Id, assignee?.Name, user, clock.Now());
        }

        request.Notes = command.Notes.Or(request.Notes);
        request.Touch();
        return await files.Show(request, ct);
    }
}
