namespace Karelia.Crm.ExpertPool.Experts;

[Allow(Role.ExpertCoordinator)]
internal sealed record EditExpert : ToldOfExpert, ICommand<ExpertDetails>
{
    [FromRoute] public Guid ContactId { get; init; }
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPatch("/experts/{contactId:guid}", (Guid contactId, EditExpert command, IMediator crm, CancellationToken ct) =>
            crm.Send(command with { ContactId = contactId }, ct))
        .WithSummary("Changes the members that are named; tags, fields, forms and languages are whole sets");
}

file sealed class Rules : ToldOfExpertRules<EditExpert>;

file sealed class Handler(ExpertPoolDb db, Call call, TimeProvider clock) : IRequestHandler<EditExpert, ExpertDetails>
{
    public async Task<ExpertDetails> Handle(EditExpert command, CancellationToken ct)
    {
        var found = await db.FindToChange(command.ContactId, call, ct);
        await db.Tell(found.Expert, command, ct);
        found.Expert.Touch(clock.GetUtcNow());
        return await db.Show(found, ct);
    }
}
