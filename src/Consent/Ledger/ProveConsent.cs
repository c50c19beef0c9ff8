using Karelia.Crm.Accounts;
using Karelia.Crm.Documents;
using Karelia.Crm.Kernel.Audit;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Karelia.Crm.Consent.Ledger;

[Allow(Role.AlumniCoordinator, Role.Communications, Role.DataProtectionOfficer)]
internal sealed record ProveConsent([property: FromRoute] Guid Id, [property: FromRoute] Guid EventId, string? Language = null) : IQuery<FileContentHttpResult>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/contacts/{id:guid}/consents/{eventId:guid}/proof", ([AsParameters] ProveConsent query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("Shows the proof of an entry of the ledger as PDF: who said what, to which words, when, and what it rests on (GDPR art. 7.1)")
        .Produces(StatusCodes.Status200OK, contentType: Pdf.ContentType);
}

file sealed class Rules : AbstractValidator<ProveConsent>
{
    public Rules() => RuleFor(q => q.Language).IsOneOf(["fi", "en"]);
}

file sealed class Handler(ConsentDb db, DbSession session, IKnownPeople people, AuditLog audit, TimeProvider clock) : IRequestHandler<ProveConsent, FileContentHttpResult>
{
    public async Task<FileContentHttpResult> Handle(ProveConsent query, CancellationToken ct)
    {
        var person = await people.Know(query.Id, ct);
        var entry = await db.Events.AsNoTracking().SingleOrDefaultAsync(e => e.Id == query.EventId && person.Ids.Contains(e.ContactId), ct) ?? throw Refusal.Unknown();
        var words = await db.Texts.Where(t => t.Id == entry.TextId).Select(t => t.Text).FirstOrDefaultAsync(ct);
        var version = await db.TextVersions.Where(v => v.TextId == entry.TextId && v.Purpose == entry.Purpose).OrderBy(v => v.Version).Select(v => $"{v.Version} ({v.Language})").FirstOrDefaultAsync(ct);
        var annulled = await db.Events.AsNoTracking().Where(e => e.Annuls == entry.Id).Select(e => (DateTimeOffset?)e.At).FirstOrDefaultAsync(ct);
        var name = (await session.Rows("select last_name || ' ' || first_names from accounts.contacts where id = $1", row => row.GetString(0), ct, person.Id))[0];
        var seal = (await session.Rows(
            """
            select s.number, encode(s.hash, 'hex'), s.at from consent.events e join kernel.seals s on s.table_name = 'consent.events' and e.tx >= s.from_tx and e.tx < s.to_tx where e.id = $1
            """,
            row => $"{row.GetInt64(0)}, {row.GetString(1)}, {Proof.Time(row.GetFieldValue<DateTimeOffset>(2))}", ct, entry.Id)).FirstOrDefault();
        await audit.Bulk(nameof(ProveConsent), "export", "consent", entry.Id, [person.Id], ct);
        using var file = new MemoryStream();
        Pdf.Write(new Proof(entry, name, words, version, annulled, seal, clock.GetUtcNow()).In(query.Language == "en"), file);
        return TypedResults.File(file.ToArray(), Pdf.ContentType, query.Language == "en" ? "consent.pdf" : "suostumus.pdf");
    }
}

/// <summary>The proof as a document.</summary>
internal sealed record Proof(ConsentEvent Entry, string Name, string? Words, string? Version, DateTimeOffset? AnnulledAt, string? Seal, DateTimeOffset Now)
{
    private static readonly Dictionary<string, (string Fi, string En)> kinds = new()
    {
        [Kinds.Given] = ("annettu", "given"),
        [Kinds.Refused] = ("kieltäydytty", "refused"),
        [Kinds.Confirmed] = ("vahvistettu", "confirmed"),
        [Kinds.Withdrawn] = ("peruutettu", "withdrawn"),
        [Kinds.Expired] = ("vanhentunut", "expired"),
        [Kinds.Annulled] = ("mitätöity", "annulled"),
        [Kinds.LegacyUnproven] = ("ajalta ennen järjestelmää, ilman todistetta", "from before the system, without proof"),
    };

    public static string Time(DateTimeOffset at) => Days.Local(at, "d.M.yyyy H.mm");

    public Document In(bool english)
    {
        string Say(string fi, string en) => english ? en : fi;
        return new(
            Say("Suostumuksen todiste", "Proof of a consent"), english ? "en" : "fi",
            [
                new Facts(
                [
                    new(Say("Henkilö", "Person"), Name),
                    new(Say("Tarkoitus", "Purpose"), Entry.Purpose),
                    new(Say("Tahdonilmaus", "Declaration"), Say(kinds[Entry.Kind].Fi, kinds[Entry.Kind].En)),
                    new(Say("Ilmaistu", "Declared at"), Time(Entry.At)),
                    new(Say("Saatu", "Received through"), Entry.Source),
                    new(Say("Kirjattu", "Recorded"), $"{Time(Entry.RecordedAt)}, {Entry.UserName}"),
                    .. AnnulledAt is { } annulled ? [new Fact(Say("Mitätöity", "Annulled"), Time(annulled))] : Array.Empty<Fact>(),
                ]),
                new Heading(Say("Mihin suostuttiin", "What was agreed to")),
                new Paragraph(Words ?? Say("Sanamuotoa ei ole tallella.", "The words are not on record.")),
                .. Version is null ? Array.Empty<Block>() : [new Facts([new(Say("Tekstin versio", "Version of the text"), Version)])],
                new Heading(Say("Todiste", "Evidence")),
                new Facts(
                [
                    new(Say("Tiedosto", "File"), Entry.FileName),
                    new("SHA-256", Entry.FileSha256),
                    new(Say("Rivi", "Row"), Entry.Row?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
                    new(Say("Tuonti", "Import"), Entry.ImportId?.ToString()),
                    new(Say("Merkintä", "Entry"), Entry.Id.ToString()),
                    new(Say("Sinetti", "Seal"), Seal ?? Say("sinetöidään sekunnin kuluessa", "to be sealed within a second")),
                ]),
                new Paragraph(Say($"Tulostettu {Time(Now)}. Merkintä on kirjassa, johon vain lisätään.", $"Printed {Time(Now)}. The entry stands in a ledger that is only added to.")),
            ]);
    }
}
