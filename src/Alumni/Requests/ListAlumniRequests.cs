using Karelia.Crm.Accounts;

namespace Karelia.Crm.Alumni.Requests;

[Allow(Role.AlumniCoordinator, Role.Communications, Role.DataProtectionOfficer, Role.PartnershipManager, Role.CustomerManager, Role.ExpertCoordinator)]
internal sealed record ListAlumniRequests(
    string? State = null,
    string? Form = null,
    DateOnly? AskedFrom = null,
    DateOnly? AskedTo = null,
    string? Sort = null,
    int? Limit = null,
    string? Cursor = null,
    bool? Count = null) : IQuery<AlumniRequestPage>;

internal sealed record AlumniRequestPage(IReadOnlyList<AlumniRequestDetails> Items, string? NextCursor) : Page<AlumniRequestDetails>(Items, NextCursor), IShowsPeople
{
    public IEnumerable<Guid> ShownPeople() => Items.Select(item => item.ContactId);
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/alumni/requests", ([AsParameters] ListAlumniRequests query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("Requests to alumni, the last asked first unless sorted otherwise");
}

file sealed class AskedOf
{
    public required AlumniRequest Request { get; init; }
    public required ContactCard Card { get; init; }
}

file static class Orders
{
    public static readonly Sorts<AskedOf> All = new Sorts<AskedOf>(row => row.Request.Id).By("askedOn", row => row.Request.AskedOn);
}

file sealed class Rules : AbstractValidator<ListAlumniRequests>
{
    public Rules()
    {
        RuleFor(q => q.State).IsOneOf(RequestCodes.States);
        RuleFor(q => q.Form).MaximumLength(50).IsPlainText();
        RuleFor(q => q.AskedFrom).IsWorkDay();
        RuleFor(q => q.AskedTo).IsWorkDay();
        RuleFor(q => q.Sort).IsOneOf(Orders.All.Names);
        RuleFor(q => q.Limit).IsLimit();
    }
}

file sealed class Handler(AlumniDb db) : IRequestHandler<ListAlumniRequests, AlumniRequestPage>
{
    public async Task<AlumniRequestPage> Handle(ListAlumniRequests query, CancellationToken ct)
    {
        var rows = from request in db.Requests.AsNoTracking() join card in db.ContactCards on request.ContactId equals card.Id select new AskedOf { Request = request, Card = card };
        if (query.State is { } state)
            rows = rows.Where(row => row.Request.State == state);
        if (query.Form is { } form)
            rows = rows.Where(row => row.Request.FormCode == form);
        if (query.AskedFrom is { } from)
            rows = rows.Where(row => row.Request.AskedOn >= from);
        if (query.AskedTo is { } to)
            rows = rows.Where(row => row.Request.AskedOn <= to);
        var page = await Orders.All.Page(rows, query.Sort ?? "-askedOn", query.Limit, query.Cursor, query.Count, row => new { row.Request, row.Card }, ct);
        return new([.. page.Items.Select(row => AlumniRequestDetails.Of(row.Request, row.Card))], page.NextCursor) { Total = page.Total };
    }
}
