using System.Text.Json;
using System.Text.Json.Serialization;
using Karelia.Crm.Consent.Disclosures;

namespace Karelia.Crm.Consent.MailingLists;

/// <summary>A mailing list that left the house, as its history shows it; it is kept as a <see cref="Disclosure"/>.</summary>
internal record MailingList(
    Guid Id,
    string Name,
    string Kind,
    string Channel,
    string Topic,
    string Purpose,
    string Recipient,
    string? Unit,
    int Included,
    Exclusions Excluded,
    DateTimeOffset CreatedAt,
    string CreatedBy,
    string FileUrl,
    string BlockListUrl)
{
    /// <summary>Who may receive lists, and where: nothing leaves the EU (GDPR ch. V).</summary>
    public static readonly IReadOnlyDictionary<string, string> Recipients = new Dictionary<string, string> { ["liana"] = "EU" };

    /// <summary>A service message tells people what they need to know of what they are part of; all else is marketing.</summary>
    public const string Marketing = "marketing";
    public const string Service = "service";

    public static readonly string[] Kinds = [Marketing, Service];

    /// <summary>The columns of the file.</summary>
    public static readonly string[] Columns = ["email", "etunimi", "sukunimi", "kieli", "organisaatio", "tehtava", "kohderyhma", "crm_id"];
    public static readonly string[] Units = ["communications", "rector"];
    public static readonly string[] Reasons = ["noBasis", "withdrawn", "blocked", "passive", "restricted", "noAddress"];
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static string FileOf(Guid id) => $"/api/v1/mailing-list-exports/{id}/file";

    public static string BlockListOf(Guid id) => $"/api/v1/mailing-list-exports/{id}/block-list";

    public static Exclusions Read(string excluded) => JsonSerializer.Deserialize<Exclusions>(excluded, Json)!;

    public static MailingList Of(Disclosure d, CurrentUser user) => new(
        d.Id, d.Name, d.Kind, d.Channel, d.Topic, d.Purpose, d.Recipient, d.Unit, d.Included, Read(d.Excluded).For(user), d.At, d.UserName, FileOf(d.Id), BlockListOf(d.Id));
}
