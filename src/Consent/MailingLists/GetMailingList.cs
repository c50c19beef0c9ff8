using Karelia.Crm.Consent.Disclosures;

namespace Karelia.Crm.Consent.MailingLists;

[Allow(Role.Communications, Role.DataProtectionOfficer)]
internal sealed record GetMailingList([property: FromRoute] Guid Id) : IQuery<MailingListDetails>;

internal sealed record MailingListDetails(
    Guid Id,
    string Name,
    string Kind,
    string Channel,
    string Topic,
    string Purpose,
    string Recipient,
    string? Unit,
    int Included,
    Exclusions Excluded,
    DateTimeOffset CreatedAt,
    string CreatedBy,
    string FileUrl,
    string BlockListUrl,
    ContactFilter? ContactFilter,
    Guid? TargetGroupId,
    GroupThen? TargetGroup,
    DateTimeOffset ExpiresAt) : MailingList(Id, Name, Kind, Channel, Topic, Purpose, Recipient, Unit, Included, Excluded, CreatedAt, CreatedBy, FileUrl, BlockListUrl);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/mailing-list-exports/{id:guid}", ([AsParameters] GetMailingList query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("Reads a mailing list that left: who sent it, why, by which filter, and how many were left out")
        .Produces<MailingListDetails>();
}

file sealed class Handler(ConsentDb db, FileExpiry expiry, CurrentUser user) : IRequestHandler<GetMailingList, MailingListDetails>
{
    public async Task<MailingListDetails> Handle(GetMailingList query, CancellationToken ct)
    {
        var d = await db.Disclosures.AsNoTracking().SingleOrDefaultAsync(d => d.Id == query.Id, ct) ?? throw Refusal.Unknown();
        var list = MailingList.Of(d, user);
        var (filter, group) = Asked.Read(d);
        return new(
            list.Id, list.Name, list.Kind, list.Channel, list.Topic, list.Purpose, list.Recipient, list.Unit, list.Included, list.Excluded, list.CreatedAt, list.CreatedBy, list.FileUrl,
            list.BlockListUrl, filter, d.TargetGroupId, group, expiry.Of(d));
    }
}
