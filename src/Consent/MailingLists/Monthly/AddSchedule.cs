using Karelia.Crm.Accounts;
using Karelia.Crm.Consent.TargetGroups;
using Karelia.Crm.Kernel.Web;

namespace Karelia.Crm.Consent.MailingLists.Monthly;

[Allow(Role.Communications)]
internal sealed record AddSchedule(
    string Name, Guid TargetGroupId, string Channel, string Topic, string Purpose, string Recipient, int DayOfMonth, string? Unit = null, string Kind = MailingList.Marketing) : ICommand<ScheduleItem>, IListed
{
    Guid? ITarget.TargetGroupId => TargetGroupId;
    ContactFilter? ITarget.ContactFilter => null;
}

/// <summary>A monthly list: on which day it is made anew, since when one waits to be fetched, and the last that was made.</summary>
internal sealed record ScheduleItem(
    Guid Id, string Name, Guid TargetGroupId, string TargetGroup, string Kind, string Channel, string Topic, string Purpose, string Recipient, string? Unit,
    int DayOfMonth, DateOnly NextOn, DateOnly? WaitingSince, Guid? LastExportId)
{
    public static ScheduleItem Of(MailingSchedule s, string group) => new(
        s.Id, s.Name, s.TargetGroupId, group, s.Kind, s.Channel, s.Topic, s.Purpose, s.Recipient, s.Unit, s.DayOfMonth, s.NextOn, s.WaitingSince, s.LastExportId);
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/mailing-list-schedules", async (AddSchedule command, IMediator crm, CancellationToken ct) =>
            Endpoints.Created("/mailing-list-schedules", await crm.Send(command, ct)))
        .WithSummary("Has a mailing list made anew each month from its group's definition; it waits for a person to take it");
}

file sealed class Rules : AbstractValidator<AddSchedule>
{
    public Rules()
    {
        this.AddListRules();
        RuleFor(c => c.DayOfMonth).InclusiveBetween(1, 28);
    }
}

file sealed class Handler(ConsentDb db, GroupPeople groups, CurrentUser user, TimeProvider clock) : IRequestHandler<AddSchedule, ScheduleItem>
{
    public async Task<ScheduleItem> Handle(AddSchedule command, CancellationToken ct)
    {
        var group = await groups.Visible().SingleOrDefaultAsync(g => g.Id == command.TargetGroupId, ct) ?? throw Refusal.Field("/targetGroupId", "There is no such target group.");
        var now = clock.Now();
        var schedule = new MailingSchedule
        {
            Name = command.Name.Trim(),
            TargetGroupId = group.Id,
            Kind = command.Kind,
            Channel = command.Channel,
            Topic = command.Topic,
            Purpose = command.Purpose.Trim(),
            Recipient = command.Recipient,
            Unit = command.Unit,
            DayOfMonth = command.DayOfMonth,
            NextOn = MonthlyLists.Next(Days.Of(now), command.DayOfMonth),
            UserId = user.Id,
            UserName = user.Name,
            CreatedAt = now,
        };
        db.Schedules.Add(schedule);
        return ScheduleItem.Of(schedule, group.Name);
    }
}
