namespace Karelia.Crm.Consent.Erasure;

[Allow(Role.DataProtectionOfficer)]
internal sealed record ListErasureCertificates(int? Limit = null, string? Cursor = null, bool Count = false) : IQuery<Page<CertificateLine>>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/erasure-certificates", ([AsParameters] ListErasureCertificates query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("Lists certificates of erasures, the newest first")
        .Produces<Page<CertificateLine>>();
}

file sealed class Rules : AbstractValidator<ListErasureCertificates>
{
    public Rules() => RuleFor(q => q.Limit).IsLimit();
}

file sealed class Handler(ConsentDb db) : IRequestHandler<ListErasureCertificates, Page<CertificateLine>>
{
    private static readonly Sorts<ErasureCertificate> Orders = new Sorts<ErasureCertificate>(c => c.Id).By("at", c => c.At);

    public async Task<Page<CertificateLine>> Handle(ListErasureCertificates query, CancellationToken ct)
    {
        var page = await Orders.Page(db.ErasureCertificates.AsNoTracking(), "-at", query.Limit, query.Cursor, query.Count, c => c, ct);
        var ids = page.Items.Select(c => c.Id).ToArray();
        var open = await db.ErasureNotices.Where(n => ids.Contains(n.CertificateId) && n.SentAt == null).GroupBy(n => n.CertificateId).ToDictionaryAsync(n => n.Key, n => n.Count(), ct);
        return new([.. page.Items.Select(c => new CertificateLine(c.Id, c.At, c.By, c.Reason, c.IsPartial, c.Verification(), open.GetValueOrDefault(c.Id)))], page.NextCursor) { Total = page.Total };
    }
}
