namespace Karelia.Crm.Consent.Erasure;

[Allow(Role.DataProtectionOfficer)]
internal sealed record GetErasureCertificate([FromRoute] Guid Id) : IQuery<CertificateDetails>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/erasure-certificates/{id:guid}", ([AsParameters] GetErasureCertificate query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("One certificate: what was erased and kept, what the verifier found, whom to tell");
}

file sealed class Handler(ConsentDb db) : IRequestHandler<GetErasureCertificate, CertificateDetails>
{
    public Task<CertificateDetails> Handle(GetErasureCertificate query, CancellationToken ct) => db.Show(query.Id, ct);
}
