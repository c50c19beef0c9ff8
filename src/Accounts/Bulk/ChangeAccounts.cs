using Karelia.Crm.Accounts.Accounts;

namespace Karelia.Crm.Accounts.Bulk;

[Allow(Role.CustomerManager, Role.PartnershipManager, Role.Sales)]
internal sealed record ChangeAccounts(AccountsChange Change, AccountFilter? Filter = null, IReadOnlyList<Guid>? Ids = null, IReadOnlyList<Guid>? Except = null) : ICommand<StartedBulk>, ISelection;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/accounts/bulk", async (ChangeAccounts command, IMediator crm, CancellationToken ct) =>
        {
            var started = await crm.Send(command, ct);
            return TypedResults.Accepted($"/api/v1/jobs/{started.JobId}", started);
        })
        .WithSummary("Changes one thing of many organisations, as a job: of all that match the filter but some, or of those named");
}

file sealed class Rules : AbstractValidator<ChangeAccounts>
{
    public Rules()
    {
        RuleFor(c => c.Change).NotNull().SetValidator(new AccountsChangeRules());
        RuleFor(c => c.Filter!).SetValidator(new AccountFilterRules()).When(c => c.Filter is not null);
        this.AddSelectionRules(c => c.Filter is not null);
    }
}

file sealed class Handler(Selections selections, Bulks bulks) : IRequestHandler<ChangeAccounts, StartedBulk>
{
    public async Task<StartedBulk> Handle(ChangeAccounts command, CancellationToken ct) =>
        await bulks.Start("accounts", command.Change.All().Single(), await selections.Accounts(command, command.Filter, ct), ct);
}
