using System.Text.Json;
using Karelia.Crm.Consent.MailingLists;

namespace Karelia.Crm.Consent.Disclosures;

[Allow(Role.DataProtectionOfficer)]
internal sealed record GetDisclosure([property: FromRoute] Guid Id) : IQuery<DisclosureDetails>;

/// <summary>A disclosure whole: by which definition, which columns, and the files that were fetched, each with its hash.</summary>
internal sealed record DisclosureDetails(
    Guid Id,
    string Name,
    string Kind,
    string Purpose,
    string Recipient,
    string Region,
    string? Unit,
    string Channel,
    string Topic,
    Guid? TargetGroupId,
    GroupThen? TargetGroup,
    ContactFilter? ContactFilter,
    IReadOnlyList<string> Fields,
    int People,
    Exclusions Excluded,
    DateTimeOffset At,
    string By,
    IReadOnlyList<FileLine> Files);

/// <summary>A file as it was fetched.</summary>
internal sealed record FileLine(DateTimeOffset At, string By, int Rows, string Sha256);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/disclosures/{id:guid}", ([AsParameters] GetDisclosure query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("Reads a disclosure: who, when, why, to whom, by which definition, which fields, and each file's hash")
        .Produces<DisclosureDetails>();
}

file sealed class Handler(ConsentDb db, CurrentUser user) : IRequestHandler<GetDisclosure, DisclosureDetails>
{
    public async Task<DisclosureDetails> Handle(GetDisclosure query, CancellationToken ct)
    {
        var d = await db.Disclosures.AsNoTracking().SingleOrDefaultAsync(d => d.Id == query.Id, ct) ?? throw Refusal.Unknown();
        var files = await db.DisclosedFiles.Where(f => f.DisclosureId == d.Id).OrderBy(f => f.At).Select(f => new FileLine(f.At, f.UserName, f.Rows, f.Sha256)).ToListAsync(ct);
        var (filter, group) = Asked.Read(d);
        return new(
            d.Id, d.Name, d.Kind, d.Purpose, d.Recipient, MailingList.Recipients.GetValueOrDefault(d.Recipient, "EU"), d.Unit, d.Channel, d.Topic, d.TargetGroupId, group, filter,
            d.Fields, d.Included, MailingList.Read(d.Excluded).For(user), d.At, d.UserName, files);
    }
}

/// <summary>Whom a disclosure was asked for.</summary>
internal static class Asked
{
    public static (ContactFilter? Filter, GroupThen? Group) Read(Disclosure d) => d.TargetGroupId is null
        ? (JsonSerializer.Deserialize<ContactFilter>(d.Filter, MailingList.Json), null)
        : (null, JsonSerializer.Deserialize<Kept>(d.Filter, MailingList.Json)!.TargetGroup);

    private sealed record Kept(GroupThen TargetGroup);
}
