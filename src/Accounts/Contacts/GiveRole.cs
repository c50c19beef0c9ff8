using Karelia.Crm.Kernel.Web;

namespace Karelia.Crm.Accounts.Contacts;

[Allow(Kernel.Role.CustomerManager, Kernel.Role.PartnershipManager, Kernel.Role.AlumniCoordinator, Kernel.Role.ExpertCoordinator)]
internal sealed record GiveRole(string Role, string Basis, string Source, DateOnly? StartedOn = null) : ICommand<RoleLine>
{
    [FromRoute] public Guid Id { get; init; }
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/contacts/{id:guid}/roles", async (Guid id, GiveRole command, IMediator crm, CancellationToken ct) =>
            Endpoints.Created($"/contacts/{id}", await crm.Send(command with { Id = id }, ct)))
        .WithSummary("Gives a person a role in the cooperation, with what it rests on");
}

file sealed class Rules : AbstractValidator<GiveRole>
{
    public Rules()
    {
        RuleFor(r => r.Role).NotNull().IsOneOf(ContactRoles.All);
        RuleFor(r => r.Basis).NotNull().IsOneOf(LegalBases.All);
        RuleFor(r => r.Source).NotEmpty().MaximumLength(200).IsPlainText();
    }
}

file sealed class Handler(AccountsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<GiveRole, RoleLine>
{
    public async Task<RoleLine> Handle(GiveRole command, CancellationToken ct)
    {
        var contact = await db.Find(command.Id, user, ct);
        contact.RefuseIfPassive();
        if (contact.Roles.Any(r => r.Role == command.Role && r.EndedOn is null))
            throw new Refusal("duplicate", detail: "The person has this role already.");
        var now = clock.GetUtcNow();
        var role = new ContactRole
        {
            ContactId = contact.Id,
            Role = command.Role,
            Basis = command.Basis,
            Source = command.Source.Trim(),
            StartedOn = command.StartedOn ?? Days.Of(now),
        };
        contact.Roles.Add(role);
        contact.Touch(now);
        return RoleLine.Of(role);
    }
}
