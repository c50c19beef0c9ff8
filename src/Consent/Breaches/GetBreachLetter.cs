using System.Globalization;
using System.Net.Mime;
using Karelia.Crm.Accounts;
using Karelia.Crm.Administration;
using Karelia.Crm.Consent.Notice;
using Karelia.Crm.Documents;

namespace Karelia.Crm.Consent.Breaches;

[Allow(Role.DataProtectionOfficer)]
internal sealed record GetBreachLetter([property: FromRoute] Guid Id, string To, string? Lang = null, string? Format = null) : IQuery<BreachLetter>;

/// <summary>A draft for the officer to finish: to the authority (GDPR art. 33) or to the people (art. 34).</summary>
internal sealed record BreachLetter(string Language, string Subject, IReadOnlyList<string> Lines);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/breaches/{id:guid}/letter", async ([AsParameters] GetBreachLetter query, IMediator crm, CancellationToken ct) =>
        {
            var letter = await crm.Send(query, ct);
            return query.Format == "pdf"
                ? Printed.Of(new(letter.Subject, letter.Language, [.. letter.Lines.Select(line => new Paragraph(line))]), "tietoturvaloukkaus.pdf")
                : Results.Ok(letter);
        })
        .WithSummary("Drafts the letter about a breach: to the authority or to the people; json or pdf")
        .Produces<BreachLetter>(StatusCodes.Status200OK, MediaTypeNames.Application.Json, Pdf.ContentType);
}

file sealed class Rules : AbstractValidator<GetBreachLetter>
{
    public Rules()
    {
        RuleFor(q => q.To).NotNull().IsOneOf(["authority", "people"]);
        RuleFor(q => q.Lang).IsOneOf(PrivacyNotice.Languages);
        RuleFor(q => q.Format).IsOneOf(["json", "pdf"]);
    }
}

file sealed class Handler(ConsentDb db, IAuditTrail trail) : IRequestHandler<GetBreachLetter, BreachLetter>
{
    public async Task<BreachLetter> Handle(GetBreachLetter query, CancellationToken ct)
    {
        var breach = await db.FindBreach(query.Id, ct);
        var w = new NoticeWords(query.Lang ?? "fi");
        var officer = await db.Set<NoticeText>().AsNoTracking().Where(t => t.Section == 5 || t.Key == "controller.name").OrderBy(t => t.Section).ToListAsync(ct);
        var contact = string.Join(", ", officer.Select(t => w.Of(t.Fi, t.En)));
        var noticed = Time(breach.NoticedAt, w);
        var effects = breach.Effects.Length > 0 ? breach.Effects : w.Of("[todennäköiset seuraukset]", "[likely consequences]");
        var measures = breach.Measures.Length > 0 ? breach.Measures : w.Of("[toimenpiteet]", "[measures taken]");
        if (query.To == "people")
        {
            return new(query.Lang ?? "fi", w.Of("Tietoturvaloukkaus, joka koskee henkilötietojasi", "A personal data breach that concerns you"),
            [
                w.Of("Henkilötietojasi on ollut osallisena tietoturvaloukkauksessa.", "Your personal data was part of a personal data breach."),
                $"{w.Of("Mitä tapahtui", "What happened")}: {breach.What}", $"{w.Of("Havaittu", "Noticed")}: {noticed}",
                $"{w.Of("Todennäköiset seuraukset", "Likely consequences")}: {effects}", $"{w.Of("Mitä olemme tehneet", "What we have done")}: {measures}",
                w.Of("Sinulla on oikeus tehdä valitus tietosuojavaltuutetulle.", "You have the right to complain to the Data Protection Ombudsman."), $"{w.Of("Lisätietoja antaa", "More information")}: {contact}",
            ]);
        }

        var count = (await trail.Affected(breach.Span(), ct)).Count;
        return new(query.Lang ?? "fi", w.Of("Ilmoitus henkilötietojen tietoturvaloukkauksesta (tietosuoja-asetus 33 artikla)", "Notification of a personal data breach (GDPR article 33)"),
        [
            $"{w.Of("Rekisterinpitäjä ja yhteyspiste", "Controller and contact")}: {contact}", $"{w.Of("Loukkauksen luonne", "Nature of the breach")}: {breach.What}",
            $"{w.Of("Tapahtuma-aika", "Time of the events")}: {Time(breach.From, w)} – {Time(breach.To, w)}", $"{w.Of("Havaittu", "Noticed")}: {noticed}; {w.Of("ilmoitettava viimeistään", "to be notified by")} {Time(breach.DueAt, w)}",
            $"{w.Of("Rekisteröityjen lukumäärä", "Number of data subjects")}: {count.ToString(CultureInfo.InvariantCulture)}", $"{w.Of("Todennäköiset seuraukset", "Likely consequences")}: {effects}",
            $"{w.Of("Toimenpiteet", "Measures")}: {measures}",
        ]);
    }

    private static string Time(DateTimeOffset at, NoticeWords w) => Days.Local(at, w.IsFi ? "d.M.yyyy 'klo' H.mm" : "d MMMM yyyy HH:mm");
}
