using Karelia.Crm.Accounts.Contacts;

namespace Karelia.Crm.Accounts.Activities;

[Allow(Role.Reader, Role.IntegrationRead)]
internal sealed record ListActivities(
    string? Q = null,
    string? Kind = null,
    Guid? ContactId = null,
    Guid? AccountId = null,
    Guid? AssigneeId = null,
    bool? Mine = null,
    bool? Open = null,
    DateOnly? DueBefore = null,
    string? Sort = null,
    int? Limit = null,
    string? Cursor = null,
    bool? Count = null) : IQuery<ActivityPage>;

internal sealed record ActivityPage(IReadOnlyList<ActivityDetails> Items, string? NextCursor) : Page<ActivityDetails>(Items, NextCursor), IShowsPeople
{
    public IEnumerable<Guid> ShownPeople() => Items.SelectMany(item => item.ShownPeople());
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/activities", ([AsParameters] ListActivities query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("Activities, newest first unless sorted otherwise; open=true gives tasks to do, mine=true one's own");
}

file static class Orders
{
    public static readonly Sorts<Activity> All = new Sorts<Activity>(a => a.Id)
        .By("at", a => a.At).By("dueOn", a => EF.Property<DateOnly>(a, "DueOrder")).By("createdAt", a => a.CreatedAt);
}

file sealed class Rules : AbstractValidator<ListActivities>
{
    public Rules()
    {
        RuleFor(q => q.Q).MaximumLength(200).IsPlainText();
        RuleFor(q => q.Kind).IsOneOf(ActivityKinds.All);
        RuleFor(q => q.Sort).IsOneOf(Orders.All.Names);
        RuleFor(q => q.Limit).IsLimit();
    }
}

file sealed class Handler(AccountsDb db, CurrentUser user) : IRequestHandler<ListActivities, ActivityPage>
{
    public async Task<ActivityPage> Handle(ListActivities query, CancellationToken ct)
    {
        var page = await Orders.All.Page(Chosen(query), query.Sort ?? (query.Open == true ? "dueOn" : "-at"), query.Limit, query.Cursor, query.Count, a => a.Id, ct);
        return new(await db.Show(page.Items, user, ct), page.NextCursor) { Total = page.Total };
    }

    private IQueryable<Activity> Chosen(ListActivities query)
    {
        var activities = db.Activities.AsNoTracking().To(db, user);
        foreach (var pattern in (query.Q ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Paging.Like))
            activities = activities.Where(a => EF.Functions.Like(EF.Property<string>(a, "SearchText"), AccountsDb.Fold(pattern)));
        if (query.Kind is not null)
            activities = activities.Where(a => a.Kind == query.Kind);
        if (query.ContactId is { } contact)
        {
            var known = db.Contacts.To(user);
            activities = activities.Where(a => a.Contacts.Any(link => link.ContactId == contact && known.Any(c => c.Id == contact)));
        }

        if (query.AccountId is { } account)
            activities = activities.Where(a => a.Accounts.Any(link => link.AccountId == account));
        if (query.AssigneeId is not null)
            activities = activities.Where(a => a.AssigneeId == query.AssigneeId);
        if (query.Mine == true)
            activities = activities.Where(a => a.AssigneeId == user.Id);
        if (query.Open is { } open)
            activities = open ? activities.Where(a => a.Kind == ActivityKinds.Task && a.DoneAt == null) : activities.Where(a => a.Kind == ActivityKinds.Task && a.DoneAt != null);
        if (query.DueBefore is not null)
            activities = activities.Where(a => EF.Property<DateOnly>(a, "DueOrder") < query.DueBefore);
        return activities;
    }
}
