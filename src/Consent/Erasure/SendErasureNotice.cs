namespace Karelia.Crm.Consent.Erasure;

[Allow(Role.DataProtectionOfficer)]
internal sealed record SendErasureNotice([FromRoute] Guid Id) : ICommand<CertificateDetails>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/erasure-notices/{id:guid}/sent", ([AsParameters] SendErasureNotice command, IMediator crm, CancellationToken ct) => crm.Send(command, ct))
        .WithSummary("Notes that the recipient was told of the erasure");
}

file sealed class Handler(ConsentDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<SendErasureNotice, CertificateDetails>
{
    public async Task<CertificateDetails> Handle(SendErasureNotice command, CancellationToken ct)
    {
        var notice = await db.ErasureNotices.FindAsync([command.Id], ct) ?? throw Refusal.Unknown();
        if (notice.SentAt is null)
            (notice.SentAt, notice.SentBy) = (clock.Now(), user.Name);
        return await db.Show(notice.CertificateId, ct);
    }
}
