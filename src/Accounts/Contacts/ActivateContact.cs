using Karelia.Crm.Kernel.Audit;

namespace Karelia.Crm.Accounts.Contacts;

[Allow(Role.CustomerManager, Role.PartnershipManager, Role.AlumniCoordinator, Role.ExpertCoordinator)]
internal sealed record ActivateContact(string Reason) : ICommand<ContactDetails>
{
    [FromRoute] public Guid Id { get; init; }
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/contacts/{id:guid}/activate", (Guid id, ActivateContact command, IMediator crm, CancellationToken ct) => crm.Send(command with { Id = id }, ct))
        .WithSummary("Takes a passive contact back into use");
}

file sealed class Rules : AbstractValidator<ActivateContact>
{
    public Rules() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(500).IsPlainText();
}

file sealed class Handler(AccountsDb db, CurrentUser user, AuditLog audit, TimeProvider clock) : IRequestHandler<ActivateContact, ContactDetails>
{
    public async Task<ContactDetails> Handle(ActivateContact command, CancellationToken ct)
    {
        var contact = await db.Find(command.Id, user, ct);
        contact.Activate(clock.GetUtcNow());
        await audit.Bulk(nameof(ActivateContact), "reason", nameof(Contact), contact.Id, [contact.Id], ct, command.Reason);
        return await db.Show(contact, ct);
    }
}
