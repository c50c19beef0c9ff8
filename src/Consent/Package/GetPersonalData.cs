using System.Net.Mime;
using Karelia.Crm.Accounts;
using Karelia.Crm.Documents;
using Karelia.Crm.Spreadsheets;

namespace Karelia.Crm.Consent.Package;

[Allow(Role.DataProtectionOfficer)]
internal sealed record GetPersonalData([property: FromRoute] Guid Id, string Format = "json", bool Portable = false, string Language = "fi") : IQuery<PackageFile>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/contacts/{id:guid}/personal-data", ([AsParameters] GetPersonalData query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("All that the register holds of a person, from every module, with the logs; format=zip: with the files, such as a CV; portable=true: what the person gave under a consent or an agreement")
        .Produces<PersonalDataPackage>(StatusCodes.Status200OK, MediaTypeNames.Application.Json, SheetAnswer.ContentType, Pdf.ContentType, MediaTypeNames.Text.Html, MediaTypeNames.Application.Zip);
}

file sealed class Rules : AbstractValidator<GetPersonalData>
{
    public Rules()
    {
        RuleFor(q => q.Format).NotNull().IsOneOf(PackageFile.Formats);
        RuleFor(q => q.Language).NotNull().IsOneOf(["fi", "en"]);
    }
}

file sealed class Handler(IKnownPeople people, PackageFiles files) : IRequestHandler<GetPersonalData, PackageFile>
{
    public async Task<PackageFile> Handle(GetPersonalData query, CancellationToken ct) =>
        await files.Make(await people.Know(query.Id, ct), query.Format, query.Portable, query.Language, nameof(GetPersonalData), ct);
}
