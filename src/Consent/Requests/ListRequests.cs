namespace Karelia.Crm.Consent.Requests;

[Allow(Role.DataProtectionOfficer)]
internal sealed record ListRequests(
    string? State = null, string? Kind = null, bool? Open = null, bool? Overdue = null, Guid? AssigneeId = null, Guid? ContactId = null,
    string? Sort = null, int? Limit = null, string? Cursor = null, bool? Count = null) : IQuery<RequestPage>;

internal sealed record RequestPage(IReadOnlyList<RequestLine> Items, string? NextCursor) : Page<RequestLine>(Items, NextCursor), IShowsPeople
{
    public IEnumerable<Guid> ShownPeople() => Items.Select(item => item.ContactId).OfType<Guid>();
}

/// <summary>A request in the queue; <c>name</c> is who asks, until the person is erased.</summary>
internal sealed record RequestLine(
    Guid Id, string Kind, string Channel, string State, string? Name, Guid? ContactId, DateTimeOffset ReceivedAt, DateOnly DueOn, bool Overdue, bool Extended, string? AssigneeName);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/data-subject-requests", ([AsParameters] ListRequests query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("What people have asked for by right; the one that must be answered first comes first");
}

file static class Orders
{
    public static readonly Sorts<DataSubjectRequest> All = new Sorts<DataSubjectRequest>(r => r.Id).By("dueOn", r => r.DueOn).By("receivedAt", r => r.ReceivedAt);
}

file sealed class Rules : AbstractValidator<ListRequests>
{
    public Rules()
    {
        RuleFor(q => q.State).IsOneOf(RequestStates.All);
        RuleFor(q => q.Kind).IsOneOf(RequestKinds.All);
        RuleFor(q => q.Sort).IsOneOf(Orders.All.Names);
        RuleFor(q => q.Limit).IsLimit();
    }
}

file sealed class Handler(ConsentDb db, RequestFiles files) : IRequestHandler<ListRequests, RequestPage>
{
    public async Task<RequestPage> Handle(ListRequests query, CancellationToken ct)
    {
        var (requests, today) = (db.Requests.AsNoTracking(), files.Today);
        if (query.State is not null)
            requests = requests.Where(r => r.State == query.State);
        if (query.Kind is not null)
            requests = requests.Where(r => r.Kind == query.Kind);
        if (query.Open is { } open)
            requests = requests.Where(r => (r.State != RequestStates.Answered) == open);
        if (query.Overdue is { } overdue)
            requests = requests.Where(r => (r.State != RequestStates.Answered && r.DueOn < today) == overdue);
        if (query.AssigneeId is not null)
            requests = requests.Where(r => r.AssigneeId == query.AssigneeId);
        if (query.ContactId is not null)
            requests = requests.Where(r => r.ContactId == query.ContactId);
        var page = await Orders.All.Page(
            requests, query.Sort, query.Limit, query.Cursor, query.Count,
            r => new RequestLine(
                r.Id, r.Kind, r.Channel, r.State, r.Name, r.ContactId, r.ReceivedAt, r.DueOn, r.State != RequestStates.Answered && r.DueOn < today, r.ExtendedMonths > 0, r.AssigneeName), ct);
        var names = await files.Names([.. page.Items.Where(item => item.Name is null).Select(item => item.ContactId).OfType<Guid>()], ct);
        return new([.. page.Items.Select(item => item with { Name = item.Name ?? names.GetValueOrDefault(item.ContactId ?? Guid.Empty) })], page.NextCursor) { Total = page.Total };
    }
}
