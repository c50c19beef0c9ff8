using Karelia.Crm.Consent.MailingLists;

namespace Karelia.Crm.Consent.Disclosures;

[Allow(Role.DataProtectionOfficer)]
internal sealed record ListDisclosures(int? Limit = null, string? Cursor = null, bool Count = false) : IQuery<Page<DisclosureLine>>;

/// <summary>What left the house: by whom, when, why, to whom, and how many people.</summary>
internal sealed record DisclosureLine(Guid Id, string Name, string Kind, string Purpose, string Recipient, string Region, string? Unit, string Channel, string Topic, int People, DateTimeOffset At, string By);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/disclosures", ([AsParameters] ListDisclosures query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("Lists what personal data left the house, the newest first")
        .Produces<Page<DisclosureLine>>();
}

file sealed class Rules : AbstractValidator<ListDisclosures>
{
    public Rules() => RuleFor(q => q.Limit).IsLimit();
}

file sealed class Handler(ConsentDb db) : IRequestHandler<ListDisclosures, Page<DisclosureLine>>
{
    public async Task<Page<DisclosureLine>> Handle(ListDisclosures query, CancellationToken ct)
    {
        var page = await DisclosurePages.Read(db, query.Limit, query.Cursor, query.Count, ct);
        var items = page.Items.Select(d => new DisclosureLine(
            d.Id, d.Name, d.Kind, d.Purpose, d.Recipient, MailingList.Recipients.GetValueOrDefault(d.Recipient, "EU"), d.Unit, d.Channel, d.Topic, d.Included, d.At, d.UserName));
        return new([.. items], page.NextCursor) { Total = page.Total };
    }
}
