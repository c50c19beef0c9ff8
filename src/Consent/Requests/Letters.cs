using System.Globalization;
using Karelia.Crm.Accounts;
using Microsoft.Extensions.Configuration;
using static Karelia.Crm.Consent.Requests.LetterTexts;

namespace Karelia.Crm.Consent.Requests;

/// <summary>Subject and text of a letter.</summary>
internal sealed record Letter(string Subject, string Text);

/// <summary>What a law keeps of an erased person, and until when.</summary>
internal sealed record KeptPart(string What, string Law, DateOnly? Until);

/// <summary>Letters to people who asked for something by right; each tells whom to turn to and where to complain.</summary>
internal sealed class Letters(IConfiguration settings)
{
    /// <summary>Where the data protection officer is reached: in each letter, and where reminders go.</summary>
    public string OfficersAddress => settings["Officer:Email"] ?? "tietosuoja@karelia.fi";

    public Letter Extension(DataSubjectRequest r) => Of(r, ExtensionSubject, Fill(Extended, r, Day(r.DueOn, r.Language), r.ExtensionReason!));

    private string Site => (settings["Site:Address"] ?? "http://localhost:5080").TrimEnd('/');

    /// <summary>To the officer: how many wait, and no word of whom.</summary>
    public Letter Retention(long people, int rules) => new(
        "Säilytysajat: jotakin odottaa sinua / Retention: something waits for you",
        $"""
        Henkilöitä, joita hyväksytyt säilytyssäännöt koskevat tänään: {people}. Sääntöjä, jotka odottavat hyväksymistäsi: {rules}. Mitään ei poisteta, ennen kuin hyväksyt ajon.

        People whom the approved retention rules mean today: {people}. Rules that wait for your approval: {rules}. Nothing is erased before you approve a run.

        {Site}/retention
        """);

    /// <summary>To the officer, without a word of the person.</summary>
    public Letter Reminder(DataSubjectRequest r, DateOnly today)
    {
        var when = today > r.DueOn ? $"on myöhässä: vastausaika päättyi {Day(r.DueOn, "fi")}" : $"odottaa vastausta viimeistään {Day(r.DueOn, "fi")}";
        return new($"Rekisteröidyn pyyntö {when}", $"Pyyntö {r.Id} ({r.Kind}) {when}.\n\n{Site}/data-subject-requests/{r.Id}");
    }

    /// <summary>The answer as it would leave now; the officer may write the middle of it otherwise.</summary>
    public Letter Answer(DataSubjectRequest r, string? text = null, string? link = null, IReadOnlyList<KeptPart>? kept = null)
    {
        var parts = new List<string> { text ?? Body(r) };
        if (kept is { Count: > 0 })
            parts.Add(string.Join('\n', kept.Select(one => "- " + (one.Until is { } until ? Fill(Until, r, one.What, one.Law, Day(until, r.Language)) : $"{one.What} ({one.Law})")).Prepend(Kept.Pick(r.Language))));
        if (link is not null)
            parts.Add(link);
        return Of(r, Subject, [.. parts]);
    }

    /// <summary>What the answer says without further words.</summary>
    public static string Body(DataSubjectRequest r) => r.Decision switch
    {
        Decisions.Refused => $"{Refused.Pick(r.Language)}\n{r.Ground}",
        _ when r.ContactId is null => Unknown.Pick(r.Language),
        Decisions.Partly => $"{Done(r.Kind, r.Language)}\n\n{Partly.Pick(r.Language)}\n{r.Ground}",
        _ => Done(r.Kind, r.Language),
    };

    public static string Day(DateOnly day, string language) => language == "en" ? day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture) : day.ToString("d.M.yyyy", CultureInfo.InvariantCulture);

    private Letter Of(DataSubjectRequest r, (string Fi, string En) subject, params string[] parts) => new(
        subject.Pick(r.Language),
        string.Join("\n\n", [Greeting.Pick(r.Language), Fill(YouAsked, r, Day(Days.Of(r.ReceivedAt), r.Language), Asked(r.Kind, r.Language)), .. parts, Fill(Remedies, r, OfficersAddress)]));

    private static string Fill((string Fi, string En) text, DataSubjectRequest r, params object[] values) => string.Format(CultureInfo.InvariantCulture, text.Pick(r.Language), values);
}
