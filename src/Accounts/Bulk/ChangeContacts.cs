using Karelia.Crm.Accounts.Contacts;

namespace Karelia.Crm.Accounts.Bulk;

[Allow(Role.CustomerManager, Role.PartnershipManager, Role.AlumniCoordinator, Role.ExpertCoordinator)]
internal sealed record ChangeContacts(ContactsChange Change, PeopleFilter? Filter = null, IReadOnlyList<Guid>? Ids = null, IReadOnlyList<Guid>? Except = null) : ICommand<StartedBulk>, ISelection;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/contacts/bulk", async (ChangeContacts command, IMediator crm, CancellationToken ct) =>
        {
            var started = await crm.Send(command, ct);
            return TypedResults.Accepted($"/api/v1/jobs/{started.JobId}", started);
        })
        .WithSummary("Changes one thing of many people, as a job: of all that match the filter but some, or of those named");
}

file sealed class Rules : AbstractValidator<ChangeContacts>
{
    public Rules()
    {
        RuleFor(c => c.Change).NotNull().SetValidator(new ContactsChangeRules());
        RuleFor(c => c.Filter!).SetValidator(new PeopleFilterRules()).When(c => c.Filter is not null);
        this.AddSelectionRules(c => c.Filter is not null);
    }
}

file sealed class Handler(Selections selections, Bulks bulks) : IRequestHandler<ChangeContacts, StartedBulk>
{
    public async Task<StartedBulk> Handle(ChangeContacts command, CancellationToken ct) =>
        await bulks.Start("contacts", command.Change.All().Single(), await selections.Contacts(command, command.Filter, ct), ct);
}
