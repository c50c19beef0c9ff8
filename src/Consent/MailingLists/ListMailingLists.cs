using Karelia.Crm.Consent.Disclosures;

namespace Karelia.Crm.Consent.MailingLists;

[Allow(Role.Communications, Role.DataProtectionOfficer)]
internal sealed record ListMailingLists(int? Limit = null, string? Cursor = null, bool Count = false) : IQuery<Page<MailingList>>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/mailing-list-exports", ([AsParameters] ListMailingLists query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("Lists the mailing lists that left, the newest first")
        .Produces<Page<MailingList>>();
}

file sealed class Rules : AbstractValidator<ListMailingLists>
{
    public Rules() => RuleFor(q => q.Limit).IsLimit();
}

file sealed class Handler(ConsentDb db, CurrentUser user) : IRequestHandler<ListMailingLists, Page<MailingList>>
{
    public async Task<Page<MailingList>> Handle(ListMailingLists query, CancellationToken ct)
    {
        var page = await DisclosurePages.Read(db, query.Limit, query.Cursor, query.Count, ct);
        return new([.. page.Items.Select(d => MailingList.Of(d, user))], page.NextCursor) { Total = page.Total };
    }
}
