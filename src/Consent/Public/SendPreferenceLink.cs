using Karelia.Crm.Accounts;
using Karelia.Crm.Consent.Links;
using Karelia.Crm.Kernel.Mail;

namespace Karelia.Crm.Consent.Public;

[Allow(Role.AlumniCoordinator, Role.ExpertCoordinator, Role.CustomerManager, Role.PartnershipManager, Role.Communications, Role.DataProtectionOfficer)]
internal sealed record SendPreferenceLink([property: FromRoute] Guid Id) : ICommand<SentPreferenceLink>;

/// <summary>The mail is on its way; nobody of the house sees the link.</summary>
internal sealed record SentPreferenceLink(Guid ContactId, DateTimeOffset ExpiresAt);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/contacts/{id:guid}/preference-link", ([AsParameters] SendPreferenceLink command, IMediator crm, CancellationToken ct) => crm.Send(command, ct))
        .WithSummary("Mails a person the link to its own message settings and consents")
        .Produces<SentPreferenceLink>();
}

file sealed class Handler(ConsentDb db, IKnownPeople people, PersonalLinks links, Mailbox mailbox, TimeProvider clock) : IRequestHandler<SendPreferenceLink, SentPreferenceLink>
{
    public async Task<SentPreferenceLink> Handle(SendPreferenceLink command, CancellationToken ct)
    {
        var person = await people.Know(command.Id, ct);
        if (person.IsPassive)
            throw Refusal.Passive();
        if (await db.ContactCards.SingleOrDefaultAsync(c => c.Id == person.Id, ct) is not { Email: { } email, IsUndeliverable: false } card)
            throw new Refusal("no-address", detail: "The person has no e-mail address that takes mail.");
        var token = await links.Make(LinkPurposes.Preferences, person.Id, LinkPurposes.PreferencesLife, ct);
        var t = Texts.In(card.Language);
        await mailbox.Send(new(email, t.PreferencesSubject, t.PreferencesMail(links.Address(t.PreferencesPath + token)), person.Id), ct);
        return new(person.Id, clock.Now() + LinkPurposes.PreferencesLife);
    }
}
