namespace Karelia.Crm.Accounts.Contacts;

[Allow(Role.CustomerManager, Role.PartnershipManager, Role.AlumniCoordinator, Role.ExpertCoordinator)]
internal sealed record ConfirmContact : ICommand<ContactDetails>
{
    [FromRoute] public Guid Id { get; init; }
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/contacts/{id:guid}/confirm", ([AsParameters] ConfirmContact command, IMediator crm, CancellationToken ct) => crm.Send(command, ct))
        .WithSummary("Says that what is known of the contact still holds; it leaves the list of contacts to confirm for a year");
}

file sealed class Handler(AccountsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<ConfirmContact, ContactDetails>
{
    public async Task<ContactDetails> Handle(ConfirmContact command, CancellationToken ct)
    {
        var contact = await db.Find(command.Id, user, ct);
        contact.Confirm(clock.GetUtcNow());
        return await db.Show(contact, ct);
    }
}
