using Karelia.Crm.Kernel.Web;

namespace Karelia.Crm.Consent.MailingLists.Monthly;

[Allow(Role.Communications)]
internal sealed record EndSchedule([FromRoute] Guid Id) : ICommand<Unit>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapDelete("/mailing-list-schedules/{id:guid}", async ([AsParameters] EndSchedule command, IMediator crm, CancellationToken ct) =>
        {
            await crm.Send(command, ct);
            return TypedResults.NoContent();
        })
        .WithoutVersion()
        .WithSummary("Ends a monthly mailing list; what was disclosed stays on record");
}

file sealed class Handler(ConsentDb db, TimeProvider clock) : IRequestHandler<EndSchedule, Unit>
{
    public async Task<Unit> Handle(EndSchedule command, CancellationToken ct)
    {
        var schedule = await db.Schedules.SingleOrDefaultAsync(s => s.Id == command.Id && s.EndedAt == null, ct) ?? throw Refusal.Unknown();
        schedule.EndedAt = clock.Now();
        return Unit.Value;
    }
}
