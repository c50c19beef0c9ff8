using Karelia.Crm.Accounts;

namespace Karelia.Crm.Alumni.Mentoring;

[Allow(Role.AlumniCoordinator, Role.Communications, Role.DataProtectionOfficer, Role.PartnershipManager, Role.CustomerManager, Role.ExpertCoordinator)]
internal sealed record ListMentorings(Guid? ContactId = null, string? State = null, string? Sort = null, int? Limit = null, string? Cursor = null, bool? Count = null) : IQuery<MentoringPage>;

internal sealed record MentoringPage(IReadOnlyList<MentoringDetails> Items, string? NextCursor) : Page<MentoringDetails>(Items, NextCursor), IShowsPeople
{
    public IEnumerable<Guid> ShownPeople() => Items.Select(item => item.ContactId);
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/alumni/mentorings", ([AsParameters] ListMentorings query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("Mentors and what they mentor in, the last begun first unless sorted otherwise");
}

file sealed class PairOf
{
    public required MentoringPair Pair { get; init; }
    public required ContactCard Card { get; init; }
}

file static class Orders
{
    public static readonly Sorts<PairOf> All = new Sorts<PairOf>(row => row.Pair.Id).By("startsOn", row => row.Pair.StartsOn);
}

file sealed class Rules : AbstractValidator<ListMentorings>
{
    public Rules()
    {
        RuleFor(q => q.State).IsOneOf(MentoringPair.States);
        RuleFor(q => q.Sort).IsOneOf(Orders.All.Names);
        RuleFor(q => q.Limit).IsLimit();
    }
}

file sealed class Handler(AlumniDb db) : IRequestHandler<ListMentorings, MentoringPage>
{
    public async Task<MentoringPage> Handle(ListMentorings query, CancellationToken ct)
    {
        var rows = from pair in db.Mentorings.AsNoTracking() join card in db.ContactCards on pair.ContactId equals card.Id select new PairOf { Pair = pair, Card = card };
        if (query.ContactId is { } contact)
            rows = rows.Where(row => row.Pair.ContactId == contact);
        if (query.State is { } state)
            rows = rows.Where(row => row.Pair.State == state);
        var page = await Orders.All.Page(rows, query.Sort ?? "-startsOn", query.Limit, query.Cursor, query.Count, row => new { row.Pair, row.Card }, ct);
        return new([.. page.Items.Select(row => MentoringDetails.Of(row.Pair, row.Card))], page.NextCursor) { Total = page.Total };
    }
}
