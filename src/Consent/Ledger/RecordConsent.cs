using Karelia.Crm.Accounts;
using Karelia.Crm.Kernel.Web;

namespace Karelia.Crm.Consent.Ledger;

[Allow(Role.AlumniCoordinator, Role.ExpertCoordinator, Role.Communications, Role.DataProtectionOfficer)]
internal sealed record RecordConsent(string Purpose, string Kind, string Source, string? Text = null, DateTimeOffset? At = null) : ConsentEvidence(Source, Text, At), ICommand<ConsentLine>
{
    [FromRoute]
    public Guid Id { get; init; }
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/contacts/{id:guid}/consents", async (Guid id, RecordConsent command, IMediator crm, CancellationToken ct) =>
            Endpoints.Created($"/contacts/{id}/consents", await crm.Send(command with { Id = id }, ct)))
        .WithSummary("Records what a person agreed to, refused, confirmed or withdrew; what rests on a withdrawn consent stops at the same moment");
}

file sealed class Rules : ConsentEvidenceRules<RecordConsent>
{
    public Rules(TimeProvider clock) : base(clock)
    {
        RuleFor(c => c.Purpose).NotNull().IsOneOf(ConsentPurposes.All);
        RuleFor(c => c.Kind).NotNull().IsOneOf([Kinds.Given, Kinds.Refused, Kinds.Confirmed, Kinds.Withdrawn, Kinds.Expired, Kinds.LegacyUnproven]);
    }
}

file sealed class Handler(ConsentDb db, IKnownPeople people, ConsentTexts texts, CurrentUser user, TimeProvider clock) : IRequestHandler<RecordConsent, ConsentLine>
{
    public async Task<ConsentLine> Handle(RecordConsent command, CancellationToken ct)
    {
        if (command.Purpose != ConsentPurposes.ExpertPool && !user.Is(Role.AlumniCoordinator) && !user.Is(Role.Communications) && !user.Is(Role.DataProtectionOfficer))
            throw Refusal.Field("/purpose", "The coordinator of the expert pool records consents to the pool.");
        var person = await people.Hold(command.Id, ct);
        var standings = await db.Standings.Where(s => s.ContactId == person.Id).ToDictionaryAsync(s => s.Purpose, ct);
        var now = clock.Now();
        var at = (command.At ?? now).ToMicroseconds();
        var isNo = command.Kind is Kinds.Withdrawn or Kinds.Refused;
        if (!isNo)
            RefuseUnlessPossible(command.Kind, at, person, standings.GetValueOrDefault(command.Purpose));
        var text = string.IsNullOrWhiteSpace(command.Text) ? null : command.Text.Trim();
        var said = New(person.Id, command.Purpose, command.Kind, command.Source.Trim(), text is null ? null : await texts.Keep(text, now, ct), isEvidenced: true);
        db.Events.Add(said);
        if (isNo && command.Purpose == ConsentPurposes.Alumni)
            await StopWhatRestsOnTheRegistration();
        if (isNo && command.Purpose == ConsentPurposes.ExpertPool)
            await people.EndRole(person.Id, ContactRoles.Expert, ct);
        return ConsentLine.Of(said, text);

        ConsentEvent New(Guid contact, string purpose, string kind, string source, Guid? textId, bool isEvidenced = false) => new()
        {
            ContactId = contact,
            Purpose = purpose,
            Kind = kind,
            Source = source,
            TextId = textId,
            FileName = isEvidenced ? command.FileName : null,
            FileSha256 = isEvidenced ? command.FileSha256 : null,
            At = at,
            RecordedAt = now,
            UserId = user.Id,
            UserName = user.Name,
        };

        // The registration as an alumnus opened the alumni messages and invitations; consents that the person gave otherwise stay.
        async Task StopWhatRestsOnTheRegistration()
        {
            foreach (var standing in standings.Values.Where(s => s.Holds && s.Purpose is ConsentPurposes.AlumniMessages or ConsentPurposes.EventInvitations))
            {
                var opened = await db.Events.SingleAsync(e => e.Id == standing.EventId, ct);
                if (standing.Purpose == ConsentPurposes.AlumniMessages || opened.IsFromRegistration)
                    db.Events.Add(New(person.Id, standing.Purpose, Kinds.Withdrawn, command.Source.Trim(), null));
            }

            await people.EndRole(person.Id, ContactRoles.Alumnus, ct);
        }
    }

    private static void RefuseUnlessPossible(string kind, DateTimeOffset at, KnownPerson person, Standing? standing)
    {
        if (kind == Kinds.Expired && standing is not { Holds: true })
            throw new Refusal("nothing-to-expire", detail: "There is no consent that stands.");
        if (kind == Kinds.Expired)
            return;
        if (person.IsPassive)
            throw Refusal.Passive("only a refusal, a withdrawal or an expiry can be recorded");
        if (kind == Kinds.LegacyUnproven && standing is not null)
            throw new Refusal("already-said", detail: "The ledger has said something of this already: a consent without proof adds nothing to it.");
        if (kind == Kinds.Confirmed && standing is not { Holds: true })
            throw new Refusal("nothing-to-confirm", detail: "There is no consent that stands. Record a given one, with what the person agreed to.");
        if (standing is { IsNo: true } && at < standing.Since)
            throw new Refusal("said-no-later", detail: "The person said no after that. Only a consent given after it counts.");
    }
}

internal sealed class RecordedConsents(IMediator crm) : IConsents
{
    public Task Give(Guid contactId, string purpose, ConsentEvidence evidence, CancellationToken ct) => crm.Send(
        new RecordConsent(purpose, Kinds.Given, evidence.Source, evidence.Text, evidence.At) { Id = contactId, FileName = evidence.FileName, FileSha256 = evidence.FileSha256 }, ct);
}
