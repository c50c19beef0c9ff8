namespace Karelia.Crm.ExpertPool.Shortlists;

[Allow(Role.ExpertCoordinator)]
internal sealed record UnlistExpert([FromRoute] Guid Id, [FromRoute] Guid ContactId) : ICommand<Unit>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapDelete("/expert-shortlists/{id:guid}/experts/{contactId:guid}", async ([AsParameters] UnlistExpert command, IMediator crm, CancellationToken ct) =>
        {
            await crm.Send(command, ct);
            return TypedResults.NoContent();
        })
        .WithSummary("Takes an expert off a shortlist. The version is the list's");
}

file sealed class Handler(ExpertPoolDb db, Call call, TimeProvider clock) : IRequestHandler<UnlistExpert, Unit>
{
    public async Task<Unit> Handle(UnlistExpert command, CancellationToken ct)
    {
        await db.RefusePassive(command.ContactId, ct);
        var list = await db.FindList(command.Id, ct);
        var listed = await db.Shortlisted.FirstOrDefaultAsync(s => s.ShortlistId == list.Id && s.ContactId == command.ContactId, ct) ?? throw Refusal.Unknown();
        call.Expect(list.Version);
        db.Shortlisted.Remove(listed);
        list.Touch(clock.GetUtcNow());
        return Unit.Value;
    }
}
