namespace Karelia.Crm.ExpertPool.Files;

[Allow(Role.ExpertCoordinator)]
internal sealed record RemoveExpertFile([FromRoute] Guid ContactId, [FromRoute] Guid FileId) : ICommand<Unit>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapDelete("/experts/{contactId:guid}/files/{fileId:guid}", async ([AsParameters] RemoveExpertFile command, IMediator crm, CancellationToken ct) =>
        {
            await crm.Send(command, ct);
            return TypedResults.NoContent();
        })
        .WithSummary("Removes an expert's file for good. The version is the expert's");
}

file sealed class Handler(ExpertPoolDb db, Call call, TimeProvider clock) : IRequestHandler<RemoveExpertFile, Unit>
{
    public async Task<Unit> Handle(RemoveExpertFile command, CancellationToken ct)
    {
        var (expert, _, _) = await db.FindToChange(command.ContactId, call, ct);
        db.Files.Remove(await db.Files.FirstOrDefaultAsync(f => f.ContactId == expert.ContactId && f.Id == command.FileId, ct) ?? throw Refusal.Unknown());
        expert.Touch(clock.GetUtcNow());
        return Unit.Value;
    }
}
