using Karelia.Crm.Accounts;
using Karelia.Crm.Kernel.Web;

namespace Karelia.Crm.Consent.Purposes;

[Allow(Role.DataProtectionOfficer)]
internal sealed record ProposePurpose(
    string NameFi, string NameEn, string Basis, string GroundFi = "", string GroundEn = "", string DataFi = "", string DataEn = "", string RetentionFi = "", string RetentionEn = "",
    int? RetentionMonths = null, IReadOnlyList<string>? Recipients = null, IReadOnlyList<string>? Groups = null, IReadOnlyList<string>? Roles = null, int ErasureDays = 30) : ICommand<PurposeLine>
{
    [FromRoute] public string Code { get; init; } = "";
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/purposes/{code}/versions", async (string code, ProposePurpose command, IMediator crm, CancellationToken ct) =>
            Endpoints.Created($"/purposes?code={code}", await crm.Send(command with { Code = code }, ct)))
        .WithSummary("Proposes a new version of a purpose, or a new purpose; it holds once it is approved");
}

file sealed class Rules : AbstractValidator<ProposePurpose>
{
    public Rules()
    {
        RuleFor(p => p.Code).HasShape("^[a-z][a-z-]{1,58}[a-z]$").WithMessage("A code is lower-case letters and hyphens.");
        foreach (var name in new[] { RuleFor(p => p.NameFi), RuleFor(p => p.NameEn) })
            name.NotEmpty().MaximumLength(200).IsPlainText(lines: false);
        RuleFor(p => p.Basis).NotNull().IsOneOf(LegalBases.All);
        foreach (var text in new[] { RuleFor(p => p.GroundFi), RuleFor(p => p.GroundEn), RuleFor(p => p.DataFi), RuleFor(p => p.DataEn), RuleFor(p => p.RetentionFi), RuleFor(p => p.RetentionEn) })
            text.NotNull().MaximumLength(4000).IsPlainText();
        RuleFor(p => p.RetentionMonths).InclusiveBetween(0, 1200);
        RuleFor(p => p.Recipients).IsShortList(20);
        RuleForEach(p => p.Recipients).NotEmpty().MaximumLength(200).IsPlainText(lines: false);
        RuleFor(p => p.Groups).IsShortList(20);
        RuleForEach(p => p.Groups).IsOneOf([.. DataSubjects.Everybody, DataSubjects.Users]);
        RuleFor(p => p.Roles).IsShortList(20);
        RuleForEach(p => p.Roles).IsOneOf(ContactRoles.All);
        RuleFor(p => p.ErasureDays).InclusiveBetween(0, 365);
    }
}

file sealed class Handler(ConsentDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<ProposePurpose, PurposeLine>
{
    public async Task<PurposeLine> Handle(ProposePurpose p, CancellationToken ct)
    {
        var version = new PurposeVersion
        {
            Code = p.Code,
            Number = (await db.Set<PurposeVersion>().Where(other => other.Code == p.Code).MaxAsync(other => (int?)other.Number, ct) ?? 0) + 1,
            NameFi = p.NameFi.Trim(),
            NameEn = p.NameEn.Trim(),
            Basis = p.Basis,
            GroundFi = p.GroundFi,
            GroundEn = p.GroundEn,
            DataFi = p.DataFi,
            DataEn = p.DataEn,
            RetentionFi = p.RetentionFi,
            RetentionEn = p.RetentionEn,
            RetentionMonths = p.RetentionMonths,
            Recipients = [.. p.Recipients ?? []],
            Groups = [.. p.Groups ?? []],
            Roles = [.. p.Roles ?? []],
            ErasureDays = p.ErasureDays,
            ProposedAt = clock.Now(),
            ProposedById = user.Id,
            ProposedBy = user.Name,
        };
        db.Add(version);
        return PurposeLine.Of(version, isCurrent: false);
    }
}
