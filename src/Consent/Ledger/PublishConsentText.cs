namespace Karelia.Crm.Consent.Ledger;

[Allow(Role.DataProtectionOfficer)]
internal sealed record PublishConsentText([FromRoute] Guid Id) : ICommand<PublishedText>;

/// <summary>The version that is asked from now on, and how many consents that stand rest on other words: they are a renewal list.</summary>
internal sealed record PublishedText(Guid Id, int Version, int ToRenew);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/consent-texts/{id:guid}/publish", ([AsParameters] PublishConsentText command, IMediator crm, CancellationToken ct) => crm.Send(command, ct))
        .WithSummary("Publishes a version of the words: it replaces the one before in its language");
}

file sealed class Handler(ConsentDb db, DbSession session, CurrentUser user, TimeProvider clock) : IRequestHandler<PublishConsentText, PublishedText>
{
    public async Task<PublishedText> Handle(PublishConsentText command, CancellationToken ct)
    {
        await session.Execute("select pg_advisory_xact_lock(hashtext('consent.text_versions'))", ct);
        var version = await db.TextVersions.SingleOrDefaultAsync(v => v.Id == command.Id, ct) ?? throw Refusal.Unknown();
        if (version.PublishedAt is not null)
            throw new Refusal("already-published", detail: "This version has been published. Add a new one to change the words.");
        var now = clock.Now();
        var current = await db.TextVersions.Where(v => v.Purpose == version.Purpose && v.PublishedAt != null && v.ReplacedAt == null).ToListAsync(ct);
        foreach (var before in current.Where(v => v.Language == version.Language))
            before.ReplacedAt = now;
        (version.PublishedAt, version.PublishedBy) = (now, user.Name);
        var words = current.Where(v => v.ReplacedAt is null).Append(version).Select(v => v.TextId).ToArray();
        return new(version.Id, version.Version, (await session.Rows(
            """
            select count(*)::int from consent.standings s join consent.events e on e.id = s.event_id
            where s.purpose = $1 and s.state in ('given', 'confirmed') and e.text_id is not null and e.text_id <> all($2)
            """,
            row => row.GetInt32(0), ct, version.Purpose, words))[0]);
    }
}
