using System.Globalization;
using Karelia.Crm.Consent;

namespace Karelia.Crm.Alumni.Import;

/// <summary>What one line says of an alumnus. Null says nothing.</summary>
internal sealed class AlumniAnswer : SurveyAnswer
{
    public string? FormerLastName { get; set; }
    public string? Programme { get; set; }
    public int? StartedYear { get; set; }
    public string? Degree { get; set; }
    public int? GraduatedYear { get; set; }

    /// <summary>Codes of the ticked forms of cooperation.</summary>
    public IEnumerable<string> Forms => Codes(AlumniFields.Form);

    public bool HasDegree => (Programme ?? Degree) is not null || StartedYear is not null || GraduatedYear is not null;

    /// <summary>What was typed after a form.</summary>
    public string? NoteOn(string code) => Ticked.GetValueOrDefault(AlumniFields.Form + code);

    /// <summary>The register's words open it, and those of the alumni letter and invitations the messages.</summary>
    public override IEnumerable<(string Purpose, string Text)> Consents()
    {
        if (Agreed.GetValueOrDefault(AlumniFields.AlumniConsent) is { } register)
            yield return (ConsentPurposes.Alumni, register);
        if (Agreed.GetValueOrDefault(AlumniFields.MessagesConsent) is not { } messages)
            yield break;
        foreach (var topic in (string[])[Topics.Alumni, Topics.Events])
            yield return (ConsentPurposes.Messages(Channels.Email, topic), messages);
    }

    protected override IEnumerable<(string Field, string? Value)> Own() =>
    [
        (AlumniFields.FormerLastName, FormerLastName), (AlumniFields.Programme, Programme), (AlumniFields.StartedYear, StartedYear?.ToString(CultureInfo.InvariantCulture)),
        (AlumniFields.Degree, Degree), (AlumniFields.GraduatedYear, GraduatedYear?.ToString(CultureInfo.InvariantCulture)),
    ];
}
