using System.Text.Json.Serialization;

namespace Karelia.Crm.Consent.Ledger;

/// <summary>An entry of the ledger with its evidence.</summary>
internal sealed record ConsentLine(Guid Id, string Purpose, string Kind, string? Text, string Source, string? FileName, int? Row, DateTimeOffset At, DateTimeOffset RecordedAt, string By)
{
    /// <summary>The entry that this one takes back.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Guid? Annuls { get; init; }

    public static ConsentLine Of(ConsentEvent e, string? text) => new(e.Id, e.Purpose, e.Kind, text, e.Source, e.FileName, e.Row, e.At, e.RecordedAt, e.UserName) { Annuls = e.Annuls };
}
