using Karelia.Crm.Accounts.Accounts;
using Karelia.Crm.Accounts.Contacts;
using Karelia.Crm.Kernel.Web;

namespace Karelia.Crm.Accounts.Affiliations;

[Allow(Role.CustomerManager, Role.PartnershipManager, Role.AlumniCoordinator, Role.ExpertCoordinator, Role.IntegrationWrite)]
internal sealed record AddAffiliation(
    Guid AccountId, string? Title = null, string? RoleThere = null, DateOnly? ValidFrom = null, DateOnly? ValidTo = null, bool? IsPrimary = null) : ICommand<AffiliationLine>
{
    [FromRoute] public Guid Id { get; init; }
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/contacts/{id:guid}/affiliations", async (Guid id, AddAffiliation command, IMediator crm, CancellationToken ct) =>
            Endpoints.Created($"/contacts/{id}/affiliations", await crm.Send(command with { Id = id }, ct)))
        .WithSummary("Gives a person a place in an organisation; the first becomes the primary one unless said otherwise");
}

file sealed class Rules : AbstractValidator<AddAffiliation>
{
    public Rules()
    {
        RuleFor(a => a.Title).MaximumLength(200).IsPlainText(lines: false);
        RuleFor(a => a.RoleThere).MaximumLength(200).IsPlainText(lines: false);
        RuleFor(a => a.ValidTo).GreaterThanOrEqualTo(a => a.ValidFrom).When(a => a.ValidFrom is not null && a.ValidTo is not null).WithMessage("The last day is not before the first.");
    }
}

file sealed class Handler(AccountsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<AddAffiliation, AffiliationLine>
{
    public async Task<AffiliationLine> Handle(AddAffiliation command, CancellationToken ct)
    {
        var contact = await db.Find(command.Id, user, ct);
        contact.RefuseIfPassive();
        var account = await db.Accounts.FirstOrDefaultAsync(a => a.Id == command.AccountId && a.MergedIntoId == null, ct) ?? throw Refusal.Field("/accountId", "There is no such organisation.");
        account.RefuseIfPassive();
        var others = await db.Affiliations.Where(a => a.ContactId == contact.Id).ToListAsync(ct);
        var place = new Affiliation
        {
            ContactId = contact.Id,
            AccountId = account.Id,
            Title = command.Title?.Trim(),
            RoleThere = command.RoleThere?.Trim(),
            ValidFrom = command.ValidFrom,
            ValidTo = command.ValidTo,
            IsPrimary = command.IsPrimary ?? (command.ValidTo is null && !others.Any(other => other.IsPrimary)),
        };
        if (place.IsPrimary)
            others.ForEach(other => other.IsPrimary = false);
        db.Affiliations.Add(place);
        contact.Touch(clock.GetUtcNow());
        return new(place.Id, new(account.Id, account.Name, account.IsPassive), place.Title, place.RoleThere, place.ValidFrom, place.ValidTo, place.IsPrimary);
    }
}
