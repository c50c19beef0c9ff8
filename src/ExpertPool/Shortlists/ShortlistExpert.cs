namespace Karelia.Crm.ExpertPool.Shortlists;

[Allow(Role.ExpertCoordinator)]
internal sealed record ShortlistExpert(Guid ContactId, string? Note = null) : ICommand<ShortlistDetails>
{
    [FromRoute] public Guid Id { get; init; }
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/expert-shortlists/{id:guid}/experts", (Guid id, ShortlistExpert command, IMediator crm, CancellationToken ct) => crm.Send(command with { Id = id }, ct))
        .WithSummary("Puts an expert on a shortlist, as proposed; one who is there already stays as is");
}

file sealed class Rules : AbstractValidator<ShortlistExpert>
{
    public Rules() => RuleFor(s => s.Note).MaximumLength(1000).IsPlainText();
}

file sealed class Handler(ExpertPoolDb db, TimeProvider clock) : IRequestHandler<ShortlistExpert, ShortlistDetails>
{
    private const int Most = 200;

    public async Task<ShortlistDetails> Handle(ShortlistExpert command, CancellationToken ct)
    {
        var list = await db.FindList(command.Id, ct);
        var card = await db.ContactCards.FirstOrDefaultAsync(c => c.Id == command.ContactId && db.Experts.Any(e => e.ContactId == c.Id) && db.Consents.Any(s => s.ContactId == c.Id), ct)
            ?? throw Refusal.Field("/contactId", "There is no such expert.");
        if (card.IsPassive)
            throw Refusal.Passive();
        if (await db.Shortlisted.AnyAsync(s => s.ShortlistId == list.Id && s.ContactId == card.Id, ct))
            return await db.Show(list, ct);
        if (await db.Shortlisted.CountAsync(s => s.ShortlistId == list.Id, ct) >= Most)
            throw Refusal.Field("/contactId", $"A shortlist has {Most} experts at most.");
        var now = clock.GetUtcNow();
        db.Shortlisted.Add(new() { ShortlistId = list.Id, ContactId = card.Id, Note = command.Note?.Trim(), State = ShortlistedExpert.Thought, AddedAt = now });
        list.Touch(now);
        return await db.Show(list, ct);
    }
}
