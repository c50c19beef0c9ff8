using Karelia.Crm.Kernel.Web;

namespace Karelia.Crm.Consent.MailingLists.Monthly;

[Allow(Role.Communications)]
internal sealed record TakeSchedule([FromRoute] Guid Id) : ICommand<ExportedMailingList>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/mailing-list-schedules/{id:guid}/take", async ([AsParameters] TakeSchedule command, IMediator crm, CancellationToken ct) =>
        {
            var export = await crm.Send(command, ct);
            return Endpoints.Created($"/mailing-list-exports/{export.Id}", export);
        })
        .WithSummary("Takes the monthly list that waits: a new disclosure, of those who may be written to at this moment");
}

file sealed class Handler(ConsentDb db, DbSession session, IMediator crm) : IRequestHandler<TakeSchedule, ExportedMailingList>
{
    public async Task<ExportedMailingList> Handle(TakeSchedule command, CancellationToken ct)
    {
        // Two who take it at once make one list.
        await session.Execute("select 1 from consent.schedules where id = $1 for update", ct, command.Id);
        var schedule = await db.Schedules.SingleOrDefaultAsync(s => s.Id == command.Id && s.EndedAt == null, ct) ?? throw Refusal.Unknown();
        if (schedule.WaitingSince is not { } since)
            throw new Refusal("nothing-waits", detail: $"The next list is made on {schedule.NextOn:O}.");
        var export = await crm.Send(
            new ExportMailingList(
                $"{schedule.Name} {since:yyyy-MM}", schedule.Channel, schedule.Topic, schedule.Purpose, schedule.Recipient, null, schedule.Unit, schedule.TargetGroupId, schedule.Kind), ct);
        (schedule.WaitingSince, schedule.LastExportId) = (null, export.Id);
        return export;
    }
}
