namespace Karelia.Crm.Consent.Restriction;

[Allow(Role.DataProtectionOfficer)]
internal sealed record ListRestrictions(int? Limit = null, string? Cursor = null, bool Count = false) : IQuery<RestrictedPeople>;

internal sealed record RestrictedPeople(IReadOnlyList<RestrictionLine> Items, string? NextCursor) : Page<RestrictionLine>(Items, NextCursor), IShowsPeople
{
    public IEnumerable<Guid> ShownPeople() => Items.Select(item => item.ContactId);
}

/// <summary>A restriction that holds. Who it is, the person's record says, for a reason.</summary>
internal sealed record RestrictionLine(Guid Id, Guid ContactId, string Reason, DateTimeOffset At, string By);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/restrictions", ([AsParameters] ListRestrictions query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("Lists restrictions that hold, the newest first")
        .Produces<RestrictedPeople>();
}

file sealed class Rules : AbstractValidator<ListRestrictions>
{
    public Rules() => RuleFor(q => q.Limit).IsLimit();
}

file sealed class Handler(ConsentDb db) : IRequestHandler<ListRestrictions, RestrictedPeople>
{
    private static readonly Sorts<Restriction> Orders = new Sorts<Restriction>(r => r.Id).By("at", r => r.At);

    public async Task<RestrictedPeople> Handle(ListRestrictions query, CancellationToken ct)
    {
        var page = await Orders.Page(
            db.Restrictions.AsNoTracking().Where(r => r.LiftedAt == null), "-at", query.Limit, query.Cursor, query.Count, r => new RestrictionLine(r.Id, r.ContactId, r.Reason, r.At, r.By), ct);
        return new(page.Items, page.NextCursor) { Total = page.Total };
    }
}
