using System.Net.Mime;
using Karelia.Crm.Consent.Notice;
using Karelia.Crm.Documents;

namespace Karelia.Crm.Consent.Erasure;

[Allow(Role.DataProtectionOfficer)]
internal sealed record GetErasureCertificate([property: FromRoute] Guid Id, string? Lang = null, string? Format = null) : IQuery<CertificateDetails>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/erasure-certificates/{id:guid}", async ([AsParameters] GetErasureCertificate query, IMediator crm, PersonTables tables, CancellationToken ct) =>
        {
            var certificate = await crm.Send(query, ct);
            return query.Format == "pdf"
                ? Printed.Of(certificate.AsDocument(query.Lang ?? "fi", tables), query.Lang == "en" ? "erasure-certificate.pdf" : "poistotodistus.pdf")
                : Results.Ok(certificate);
        })
        .WithSummary("One certificate: what was erased and kept, what the verifier found, whom to tell; json, or pdf without the names of those who erased")
        .Produces<CertificateDetails>(StatusCodes.Status200OK, MediaTypeNames.Application.Json, Pdf.ContentType);
}

file sealed class Rules : AbstractValidator<GetErasureCertificate>
{
    public Rules()
    {
        RuleFor(q => q.Lang).IsOneOf(PrivacyNotice.Languages);
        RuleFor(q => q.Format).IsOneOf(["json", "pdf"]);
    }
}

file sealed class Handler(ConsentDb db) : IRequestHandler<GetErasureCertificate, CertificateDetails>
{
    public Task<CertificateDetails> Handle(GetErasureCertificate query, CancellationToken ct) => db.Show(query.Id, ct);
}
