namespace Karelia.Crm.Consent.MailingLists.Monthly;

[Allow(Role.Communications, Role.DataProtectionOfficer)]
internal sealed record ListSchedules : IQuery<Page<ScheduleItem>>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/mailing-list-schedules", ([AsParameters] ListSchedules query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("Mailing lists that are made anew each month, those first that wait to be taken")
        .Produces<Page<ScheduleItem>>();
}

file sealed class Handler(ConsentDb db, CurrentUser user) : IRequestHandler<ListSchedules, Page<ScheduleItem>>
{
    public async Task<Page<ScheduleItem>> Handle(ListSchedules query, CancellationToken ct)
    {
        var seesAll = user.Is(Role.DataProtectionOfficer);
        var found = await (
            from s in db.Schedules.AsNoTracking()
            join g in db.TargetGroups on s.TargetGroupId equals g.Id
            where s.EndedAt == null && g.ArchivedAt == null && (g.IsShared || g.OwnerId == user.Id || seesAll)
            orderby s.WaitingSince == null, s.NextOn, s.Id
            select new { Schedule = s, g.Name }).Take(Paging.Most).ToListAsync(ct);
        return new([.. found.Select(row => ScheduleItem.Of(row.Schedule, row.Name))], null);
    }
}
