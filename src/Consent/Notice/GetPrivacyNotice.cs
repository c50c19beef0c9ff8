using System.Net.Mime;
using Karelia.Crm.Documents;

namespace Karelia.Crm.Consent.Notice;

[Allow(Role.Public)]
internal sealed record GetPrivacyNotice(string? Lang = null, string? Format = null, int? Version = null) : IQuery<PrivacyNotice>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/privacy-notice", async ([AsParameters] GetPrivacyNotice query, HttpContext http, IMediator crm, CancellationToken ct) =>
        {
            var notice = await crm.Send(query, ct);
            return (query.Format ?? (http.Request.Headers.Accept.ToString().StartsWith(MediaTypeNames.Text.Html, StringComparison.Ordinal) ? "html" : "json")) switch
            {
                "html" => Results.Content(Documents.Html.Of(notice.AsDocument()), $"{MediaTypeNames.Text.Html}; charset=utf-8"),
                "pdf" => Printed.Of(notice.AsDocument(), notice.Language == "fi" ? "tietosuojaseloste.pdf" : "privacy-notice.pdf"),
                _ => Results.Ok(notice),
            };
        })
        .WithSummary("The privacy notice as published, or a former version of it; json, html or pdf")
        .Produces<PrivacyNotice>(StatusCodes.Status200OK, MediaTypeNames.Application.Json, MediaTypeNames.Text.Html, Pdf.ContentType)
        .Produces(StatusCodes.Status404NotFound);
}

file sealed class Rules : AbstractValidator<GetPrivacyNotice>
{
    public Rules()
    {
        RuleFor(q => q.Lang).IsOneOf(PrivacyNotice.Languages);
        RuleFor(q => q.Format).IsOneOf(["json", "html", "pdf"]);
    }
}

file sealed class Handler(Notices notices) : IRequestHandler<GetPrivacyNotice, PrivacyNotice>
{
    public Task<PrivacyNotice> Handle(GetPrivacyNotice query, CancellationToken ct) => notices.Read(query.Lang ?? "fi", query.Version, ct);
}
