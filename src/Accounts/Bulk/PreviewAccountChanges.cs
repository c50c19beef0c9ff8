using Karelia.Crm.Accounts.Accounts;

namespace Karelia.Crm.Accounts.Bulk;

[Allow(Role.CustomerManager, Role.PartnershipManager, Role.Sales)]
internal sealed record PreviewAccountChanges(AccountsChange Change, AccountFilter? Filter = null, IReadOnlyList<Guid>? Ids = null, IReadOnlyList<Guid>? Except = null) : IQuery<BulkPreview>, ISelection;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/accounts/bulk/preview", (PreviewAccountChanges query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("Counts what a bulk change of organisations would do, and who would be left out for which reason; nothing is changed")
        .Produces<BulkPreview>();
}

file sealed class Rules : AbstractValidator<PreviewAccountChanges>
{
    public Rules()
    {
        RuleFor(c => c.Change).NotNull().SetValidator(new AccountsChangeRules());
        RuleFor(c => c.Filter!).SetValidator(new AccountFilterRules()).When(c => c.Filter is not null);
        this.AddSelectionRules(c => c.Filter is not null);
    }
}

file sealed class Handler(Selections selections, Bulks bulks) : IRequestHandler<PreviewAccountChanges, BulkPreview>
{
    public async Task<BulkPreview> Handle(PreviewAccountChanges query, CancellationToken ct) =>
        await bulks.Preview("accounts", query.Change.All().Single(), await selections.Accounts(query, query.Filter, ct), ct);
}
