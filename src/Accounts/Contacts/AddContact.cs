using Karelia.Crm.Kernel.Imports;
using Karelia.Crm.Kernel.Web;

namespace Karelia.Crm.Accounts.Contacts;

[Allow(Role.CustomerManager, Role.PartnershipManager, Role.AlumniCoordinator, Role.ExpertCoordinator, Role.DataProtectionOfficer, Role.IntegrationWrite)]
internal sealed record AddContact(
    string LastName,
    string FirstNames,
    string? CalledName = null,
    string? Language = null,
    AddressLines? Address = null,
    IReadOnlyList<EmailLine>? Emails = null,
    IReadOnlyList<PhoneLine>? Phones = null,
    Guid? OwnerId = null,
    string? Status = null,
    bool EvenIfErased = false) : ICommand<ContactDetails>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/contacts", async (AddContact command, IMediator crm, CancellationToken ct) =>
        {
            var contact = await crm.Send(command, ct);
            return Endpoints.Created($"/contacts/{contact.Id}", contact);
        })
        .WithSummary("Adds a person to the register");
}

file sealed class Rules : AbstractValidator<AddContact>
{
    public Rules()
    {
        RuleFor(c => c.LastName).IsName();
        RuleFor(c => c.FirstNames).IsName();
        RuleFor(c => c.CalledName).MaximumLength(100).IsPlainText();
        RuleFor(c => c.Language).IsLanguage();
        RuleFor(c => c.Address!).SetValidator(new AddressRules()).When(c => c.Address is not null);
        RuleFor(c => c.Emails).IsShortList().HasOnePrimary(e => e.IsPrimary);
        RuleForEach(c => c.Emails).SetValidator(new EmailRules());
        RuleFor(c => c.Phones).IsShortList().HasOnePrimary(p => p.IsPrimary);
        RuleForEach(c => c.Phones).SetValidator(new PhoneRules());
        RuleFor(c => c.Status).IsOneOf(CooperationStatuses.All);
    }
}

file sealed class Handler(AccountsDb db, Following following, IErasedPeople erased, CurrentUser user, TimeProvider clock) : IRequestHandler<AddContact, ContactDetails>
{
    public async Task<ContactDetails> Handle(AddContact command, CancellationToken ct)
    {
        await RefuseHidden(command, ct);
        var now = clock.GetUtcNow();
        var contact = new Contact
        {
            Id = Guid.CreateVersion7(),
            LastName = command.LastName.Trim(),
            FirstNames = command.FirstNames.Trim(),
            CalledName = command.CalledName?.Trim(),
            Language = command.Language ?? "fi",
            CreatedAt = now,
            UpdatedAt = now,
        };
        contact.Move(command.Address);
        contact.ReplaceEmails(command.Emails ?? []);
        contact.ReplacePhones(command.Phones ?? []);
        await following.HandTo(contact, command.OwnerId, ct);
        following.Become(contact, command.Status, now);
        db.Contacts.Add(contact);
        return await db.Show(contact, ct);
    }

    /// <summary>Somebody who was erased, or whose data is restricted, does not come back unseen. The two look the same to all but the officer.</summary>
    private async Task RefuseHidden(AddContact command, CancellationToken ct)
    {
        string[] addresses = [.. (command.Emails ?? []).Select(email => email.Address.Trim().ToLowerInvariant())];
        var wasErased = (await erased.Among(addresses.Select(address => new PersonMark(address)), evenIfKnown: false, ct)).Count > 0;
        if (user.Is(Role.DataProtectionOfficer))
        {
            if (wasErased && !command.EvenIfErased)
                throw new Refusal("previously-erased", detail: "A person with this address was erased from the register. Add the person only if there is a new ground, and say so with evenIfErased.");
            return;
        }

        if (wasErased || await db.ContactEmails.AnyAsync(e => addresses.Contains(e.Address) && db.Contacts.Any(c => c.Id == e.ContactId && c.RestrictedAt != null && c.ErasedAt == null), ct))
            throw new Refusal("held-for-officer", detail: "The data protection officer decides whether this person may be added.");
    }
}
