using Karelia.Crm.Accounts.Contacts;

namespace Karelia.Crm.Accounts.Bulk;

[Allow(Role.CustomerManager, Role.PartnershipManager, Role.AlumniCoordinator, Role.ExpertCoordinator)]
internal sealed record PreviewContactChanges(ContactsChange Change, PeopleFilter? Filter = null, IReadOnlyList<Guid>? Ids = null, IReadOnlyList<Guid>? Except = null) : IQuery<BulkPreview>, ISelection;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/contacts/bulk/preview", (PreviewContactChanges query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("Counts what a bulk change of people would do, and who would be left out for which reason; nothing is changed")
        .Produces<BulkPreview>();
}

file sealed class Rules : AbstractValidator<PreviewContactChanges>
{
    public Rules()
    {
        RuleFor(c => c.Change).NotNull().SetValidator(new ContactsChangeRules());
        RuleFor(c => c.Filter!).SetValidator(new PeopleFilterRules()).When(c => c.Filter is not null);
        this.AddSelectionRules(c => c.Filter is not null);
    }
}

file sealed class Handler(Selections selections, Bulks bulks) : IRequestHandler<PreviewContactChanges, BulkPreview>
{
    public async Task<BulkPreview> Handle(PreviewContactChanges query, CancellationToken ct) =>
        await bulks.Preview("contacts", query.Change.All().Single(), await selections.Contacts(query, query.Filter, ct), ct);
}
