using Karelia.Crm.Accounts.Activities;
using Karelia.Crm.Accounts.Contacts;

namespace Karelia.Crm.Accounts.MyWork;

[Allow(Role.Reader)]
internal sealed record GetMyWork : IQuery<MyWork>;

/// <summary>What waits for the caller: tasks by their due date, what was to be remembered by today, meetings to come, own records that changed lately.</summary>
internal sealed record MyWork(
    DateOnly Today,
    IReadOnlyList<ActivityDetails> Tasks,
    long TaskCount,
    IReadOnlyList<ActivityDetails> Reminders,
    IReadOnlyList<ActivityDetails> Meetings,
    IReadOnlyList<OwnRecord> Records) : IShowsPeople
{
    public IEnumerable<Guid> ShownPeople() =>
        Tasks.Concat(Reminders).Concat(Meetings).SelectMany(activity => activity.ShownPeople()).Concat(Records.Where(record => record.Kind == "contact").Select(record => record.Id));
}

/// <summary>A person or an organisation that the caller looks after.</summary>
internal sealed record OwnRecord(string Kind, Guid Id, string Name, bool IsPassive, DateTimeOffset UpdatedAt);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/my-work", ([AsParameters] GetMyWork query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("What waits for the caller: tasks, reminders, meetings, own records changed lately");
}

file sealed class Handler(AccountsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<GetMyWork, MyWork>
{
    private const int MostTasks = 100;
    private const int Most = 20;

    public async Task<MyWork> Handle(GetMyWork query, CancellationToken ct)
    {
        var (now, today) = (clock.GetUtcNow(), clock.Today());
        var activities = db.Activities.AsNoTracking().To(db, user);
        var open = activities.Where(a => a.AssigneeId == user.Id && a.Kind == ActivityKinds.Task && a.DoneAt == null);
        var mine = activities.Where(a => a.AssigneeId == user.Id || (a.AssigneeId == null && a.CreatedById == user.Id));
        var tasks = await open.OrderBy(a => EF.Property<DateOnly>(a, "DueOrder")).ThenBy(a => a.Id).Take(MostTasks).Select(a => a.Id).ToListAsync(ct);
        // A task is reminded of until it is done; anything else on its day.
        var reminders = await mine.Where(a => a.RemindOn == today || (a.RemindOn < today && a.Kind == ActivityKinds.Task && a.DoneAt == null)).Where(a => a.DoneAt == null)
            .OrderByDescending(a => a.RemindOn).ThenBy(a => a.Id).Take(Most).Select(a => a.Id).ToListAsync(ct);
        var meetings = await mine.Where(a => a.Kind == ActivityKinds.Meeting && a.At >= now).OrderBy(a => a.At).ThenBy(a => a.Id).Take(Most).Select(a => a.Id).ToListAsync(ct);
        var shown = (await db.Show([.. tasks.Concat(reminders).Concat(meetings).Distinct()], user, ct)).ToDictionary(activity => activity.Id);
        return new(today, Of(tasks), tasks.Count < MostTasks ? tasks.Count : await open.LongCountAsync(ct), Of(reminders), Of(meetings), await Records(now.AddDays(-30), ct));

        IReadOnlyList<ActivityDetails> Of(IEnumerable<Guid> ids) => [.. ids.Select(id => shown[id])];
    }

    private async Task<IReadOnlyList<OwnRecord>> Records(DateTimeOffset since, CancellationToken ct)
    {
        var people = await db.Contacts.AsNoTracking().To(user).Where(c => c.OwnerId == user.Id && c.MergedIntoId == null && c.UpdatedAt >= since)
            .OrderByDescending(c => c.UpdatedAt).Take(Most).Select(c => new OwnRecord("contact", c.Id, c.LastName + " " + (c.CalledName ?? c.FirstNames), c.IsPassive, c.UpdatedAt)).ToListAsync(ct);
        var accounts = await db.Accounts.AsNoTracking().Where(a => a.OwnerId == user.Id && a.MergedIntoId == null && a.UpdatedAt >= since)
            .OrderByDescending(a => a.UpdatedAt).Take(Most).Select(a => new OwnRecord("account", a.Id, a.Name, a.IsPassive, a.UpdatedAt)).ToListAsync(ct);
        return [.. people.Concat(accounts).OrderByDescending(record => record.UpdatedAt).Take(Most)];
    }
}
