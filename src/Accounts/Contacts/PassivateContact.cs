namespace Karelia.Crm.Accounts.Contacts;

[Allow(Role.CustomerManager, Role.PartnershipManager, Role.AlumniCoordinator, Role.ExpertCoordinator)]
internal sealed record PassivateContact(string Reason) : ICommand<ContactDetails>
{
    [FromRoute] public Guid Id { get; init; }
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/contacts/{id:guid}/passivate", (Guid id, PassivateContact command, IMediator crm, CancellationToken ct) => crm.Send(command with { Id = id }, ct))
        .WithSummary("Puts a contact aside: readable, but neither editable nor usable with other records");
}

file sealed class Rules : AbstractValidator<PassivateContact>
{
    public Rules() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(500).IsPlainText();
}

file sealed class Handler(AccountsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<PassivateContact, ContactDetails>
{
    public async Task<ContactDetails> Handle(PassivateContact command, CancellationToken ct)
    {
        var contact = await db.Find(command.Id, user, ct);
        contact.Passivate(command.Reason.Trim(), clock.GetUtcNow());
        return await db.Show(contact, ct);
    }
}
