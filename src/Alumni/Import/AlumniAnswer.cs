using System.Globalization;

namespace Karelia.Crm.Alumni.Import;

/// <summary>What one line says of an alumnus. Null says nothing.</summary>
internal sealed class AlumniAnswer
{
    public string? LastName { get; set; }
    public string? FormerLastName { get; set; }
    public string? FirstNames { get; set; }
    public string? CalledName { get; set; }
    public DateOnly? DateOfBirth { get; set; }
    public string? Street { get; set; }
    public string? PostalCode { get; set; }
    public string? Town { get; set; }
    public string? Email { get; set; }
    public string? Phone { get; set; }
    public string? Language { get; set; }
    public string? Programme { get; set; }
    public int? StartedYear { get; set; }
    public string? Degree { get; set; }
    public int? GraduatedYear { get; set; }
    public string? Employer { get; set; }
    public string? Task { get; set; }
    public DateTimeOffset? RespondedAt { get; set; }

    /// <summary>Codes of the ticked forms of cooperation.</summary>
    public HashSet<string> Forms { get; } = [];

    /// <summary>What was typed after an option, by code.</summary>
    public Dictionary<string, string> Notes { get; } = [];

    /// <summary>The words agreed to: the register's, and those of the alumni letter and invitations.</summary>
    public string? RegisterConsent { get; set; }
    public string? MessagesConsent { get; set; }

    public string FullName => $"{LastName} {FirstNames}";

    public bool HasDegree => (Programme ?? Degree) is not null || StartedYear is not null || GraduatedYear is not null;

    /// <summary>The purposes that the line consents to, each with its words.</summary>
    public IEnumerable<(string Purpose, string Text)> Consents()
    {
        if (RegisterConsent is not null)
            yield return (Consent.ConsentPurposes.Alumni, RegisterConsent);
        if (MessagesConsent is null)
            yield break;
        foreach (var topic in (string[])[Consent.Topics.Alumni, Consent.Topics.Events])
            yield return (Consent.ConsentPurposes.Messages(Consent.Channels.Email, topic), MessagesConsent);
    }

    /// <summary>All that the line says of the person, as one text: two lines with the same one are duplicates, whenever they were sent.</summary>
    public string Fingerprint() => string.Join('\u001f', Values().Where(value => value.Key != AlumniFields.ResponseTime).Select(value => $"{value.Key}={value.Value}"));

    /// <summary>Readable values by field.</summary>
    public Dictionary<string, string> Values()
    {
        var values = new Dictionary<string, string>();
        foreach (var (field, value) in ((string, string?)[])
        [
            (AlumniFields.ResponseTime, RespondedAt?.ToString("O")), (AlumniFields.Language, Language), (AlumniFields.LastName, LastName), (AlumniFields.FormerLastName, FormerLastName),
            (AlumniFields.FirstNames, FirstNames), (AlumniFields.CalledName, CalledName), (AlumniFields.DateOfBirth, DateOfBirth?.ToString("O", CultureInfo.InvariantCulture)), (AlumniFields.Street, Street),
            (AlumniFields.PostalCode, PostalCode), (AlumniFields.Town, Town), (AlumniFields.Email, Email), (AlumniFields.Phone, Phone), (AlumniFields.Programme, Programme),
            (AlumniFields.StartedYear, StartedYear?.ToString(System.Globalization.CultureInfo.InvariantCulture)), (AlumniFields.Degree, Degree),
            (AlumniFields.GraduatedYear, GraduatedYear?.ToString(System.Globalization.CultureInfo.InvariantCulture)), (AlumniFields.Employer, Employer), (AlumniFields.Task, Task),
            (AlumniFields.AlumniConsent, RegisterConsent), (AlumniFields.MessagesConsent, MessagesConsent),
        ])
        {
            if (value is not null)
                values[field] = value;
        }

        foreach (var code in Forms.Order(StringComparer.Ordinal))
            values[AlumniFields.Form + code] = Notes.GetValueOrDefault(code) ?? "1";
        return values;
    }
}
