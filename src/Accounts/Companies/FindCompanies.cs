using Karelia.Crm.Accounts.Accounts;

namespace Karelia.Crm.Accounts.Companies;

[Allow(Role.CustomerManager, Role.PartnershipManager, Role.Sales)]
internal sealed record FindCompanies(string? BusinessId = null, string? Name = null) : IQuery<FoundCompanies>;

/// <summary>Companies of the official register; not available when it cannot be asked: then the fields are filled by hand.</summary>
internal sealed record FoundCompanies(bool IsAvailable, IReadOnlyList<FoundCompany> Items);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/companies", ([AsParameters] FindCompanies query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("Looks a company up in the official register by business id or name, and says whether ours has it already");
}

file sealed class Rules : AbstractValidator<FindCompanies>
{
    public Rules()
    {
        RuleFor(q => q.BusinessId).IsBusinessId();
        RuleFor(q => q.Name).Length(3, 200).IsPlainText(lines: false);
        RuleFor(q => q.Name).NotNull().When(q => q.BusinessId is null).WithMessage("Give a business id or a name.");
    }
}

file sealed class Handler(AccountsDb db, ICompanyRegister register) : IRequestHandler<FindCompanies, FoundCompanies>
{
    public async Task<FoundCompanies> Handle(FindCompanies query, CancellationToken ct)
    {
        var found = await register.Find(query.BusinessId is { } typed ? AccountCodes.BusinessId(typed) : null, query.Name, ct);
        var ids = found?.Select(company => company.BusinessId).ToArray() ?? [];
        var known = await db.Accounts.Where(a => ids.Contains(a.BusinessId) && a.MergedIntoId == null).ToDictionaryAsync(a => a.BusinessId!, a => a.Id, ct);
        return new(found is not null, [.. (found ?? []).Select(company => company with { AccountId = known.TryGetValue(company.BusinessId, out var id) ? id : null })]);
    }
}
