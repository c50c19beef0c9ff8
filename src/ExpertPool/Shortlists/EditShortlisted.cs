namespace Karelia.Crm.ExpertPool.Shortlists;

[Allow(Role.ExpertCoordinator)]
internal sealed record EditShortlisted : ICommand<ShortlistDetails>
{
    public Optional<string> State { get; init; }
    public Optional<string?> Note { get; init; }

    [FromRoute] public Guid Id { get; init; }
    [FromRoute] public Guid ContactId { get; init; }
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPatch("/expert-shortlists/{id:guid}/experts/{contactId:guid}", (Guid id, Guid contactId, EditShortlisted command, IMediator crm, CancellationToken ct) =>
            crm.Send(command with { Id = id, ContactId = contactId }, ct))
        .WithSummary("Notes that a shortlisted expert was asked, and the answer. The version is the list's");
}

file sealed class Rules : AbstractValidator<EditShortlisted>
{
    public Rules()
    {
        RuleFor(s => s.State.Value).NotNull().IsOneOf(ShortlistedExpert.States).When(s => s.State.IsSet).OverridePropertyName("State");
        RuleFor(s => s.Note.Value).MaximumLength(1000).IsPlainText().OverridePropertyName("Note");
    }
}

file sealed class Handler(ExpertPoolDb db, Call call, TimeProvider clock) : IRequestHandler<EditShortlisted, ShortlistDetails>
{
    public async Task<ShortlistDetails> Handle(EditShortlisted command, CancellationToken ct)
    {
        await db.RefusePassive(command.ContactId, ct);
        var list = await db.FindList(command.Id, ct);
        var listed = await db.Shortlisted.FirstOrDefaultAsync(s => s.ShortlistId == list.Id && s.ContactId == command.ContactId, ct) ?? throw Refusal.Unknown();
        call.Expect(list.Version);
        listed.State = command.State.Or(listed.State);
        listed.Note = command.Note.Or(listed.Note)?.Trim();
        list.Touch(clock.GetUtcNow());
        return await db.Show(list, ct);
    }
}
