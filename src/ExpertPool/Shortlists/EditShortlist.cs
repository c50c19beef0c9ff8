namespace Karelia.Crm.ExpertPool.Shortlists;

[Allow(Role.ExpertCoordinator)]
internal sealed record EditShortlist : ICommand<ShortlistDetails>
{
    public Optional<string> Name { get; init; }
    public Optional<string?> Purpose { get; init; }
    public Optional<bool> IsClosed { get; init; }

    [FromRoute] public Guid Id { get; init; }
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPatch("/expert-shortlists/{id:guid}", (Guid id, EditShortlist command, IMediator crm, CancellationToken ct) => crm.Send(command with { Id = id }, ct))
        .WithSummary("Changes a shortlist's name or purpose, or closes it");
}

file sealed class Rules : AbstractValidator<EditShortlist>
{
    public Rules()
    {
        RuleFor(l => l.Name.Value).IsListName().When(l => l.Name.IsSet).OverridePropertyName("Name");
        RuleFor(l => l.Purpose.Value).IsListPurpose().OverridePropertyName("Purpose");
    }
}

file sealed class Handler(ExpertPoolDb db, Call call, TimeProvider clock) : IRequestHandler<EditShortlist, ShortlistDetails>
{
    public async Task<ShortlistDetails> Handle(EditShortlist command, CancellationToken ct)
    {
        var list = await db.FindList(command.Id, ct);
        call.Expect(list.Version);
        list.Name = command.Name.Or(list.Name).Trim();
        list.Purpose = command.Purpose.Or(list.Purpose)?.Trim();
        list.IsClosed = command.IsClosed.Or(list.IsClosed);
        list.Touch(clock.GetUtcNow());
        return await db.Show(list, ct);
    }
}
