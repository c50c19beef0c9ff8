using System.Globalization;
using System.Text.Json;
using Karelia.Crm.Accounts;
using Karelia.Crm.Documents;

namespace Karelia.Crm.Consent.Package;

/// <summary>A package for people to read: the same rows in words, dates as one writes them.</summary>
internal sealed class PackageDocument(PersonalDataPackage package, IReadOnlyDictionary<Guid, string> organisations)
{
    private bool IsEnglish => package.Language == "en";

    public Document Make() => new(Pick("Teitä koskevat henkilötiedot", "Your personal data"), package.Language,
    [
        new Facts(
        [
            new(Pick("Rekisterinpitäjä", "Controller"), "Karelia Ammattikorkeakoulu Oy, Tikkarinne 9, 80200 Joensuu"),
            new(Pick("Järjestelmä", "System"), Pick("Asiakkuuksienhallintajärjestelmä", "Customer relationship management system")),
            new(Pick("Koottu", "Gathered"), Moment(package.MadeAt)),
            new(Pick("Tunniste", "Identifier"), package.ContactId.ToString()),
            new(Pick("Käyttötarkoitukset ja oikeusperusteet", "Purposes and legal bases"),
                string.Join("\n", package.Purposes.Select(purpose => $"{purpose.Purpose}: {PackageTexts.Word("basis", purpose.Basis, package.Language)}"))),
        ]),
        .. package.Sections.SelectMany(Section),
    ]);

    /// <summary>One line for each value: section, row, field, value, source.</summary>
    public IEnumerable<IReadOnlyList<string?>> Lines() =>
        from section in package.Sections
        from row in section.Rows.Select((row, i) => (Values: row, Number: i + 1))
        from field in Readable(section)
        let text = Text(field, row.Values)
        where text is not null
        select (IReadOnlyList<string?>)[section.Title, row.Number.ToString(CultureInfo.InvariantCulture), field.Label, text, section.Source];

    public IReadOnlyList<string> Headings => IsEnglish ? ["Group", "Row", "Field", "Value", "Source"] : ["Ryhmä", "Rivi", "Tieto", "Arvo", "Lähde"];

    private IEnumerable<Block> Section(PackageSection section)
    {
        var fields = Readable(section);
        if (fields.Count == 0)
            yield break;
        yield return new Heading(section.Title);
        if (section.Source is not null)
            yield return new Paragraph($"{Pick("Lähde", "Source")}: {section.Source}");
        if (section.Rows.Count == 1)
            yield return new Facts([.. fields.Select(field => new Fact(Capital(field.Label), Text(field, section.Rows[0])))]);
        else
            yield return new Table($"{section.Title} ({section.Rows.Count})", [.. fields.Select(field => Capital(field.Label))], [.. section.Rows.Select(row => fields.Select(field => Text(field, row)).ToList())]);
    }

    /// <summary>Ids say nothing to people, but that of an organisation has a name.</summary>
    private static List<PackageField> Readable(PackageSection section) => [.. section.Fields.Where(field => field.Type != "uuid" || field.Name == "accountId")];

    private string? Text(PackageField field, IReadOnlyDictionary<string, JsonElement> row) => row.TryGetValue(field.Name, out var value) ? Text(field, value) : null;

    private string? Text(PackageField field, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.True => Pick("kyllä", "yes"),
        JsonValueKind.False => Pick("ei", "no"),
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(one => Text(field, one)).OfType<string>()),
        JsonValueKind.Object => string.Join("; ", value.EnumerateObject().Where(one => one.Value.ValueKind != JsonValueKind.Null).Select(one => $"{one.Name}: {Text(field, one.Value)}")),
        JsonValueKind.String => Text(field, value.GetString()!),
        _ => value.GetRawText(),
    };

    private string? Text(PackageField field, string text) => field.Type switch
    {
        "uuid" => Guid.TryParse(text, out var id) ? organisations.GetValueOrDefault(id) : text,
        // In the history of changes values of all kinds stand in one column.
        _ when text is [>= '0' and <= '9', _, _, _, '-', _, _, '-', _, _, 'T', ..] && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var at) => Moment(at),
        "date" when DateOnly.TryParse(text, CultureInfo.InvariantCulture, out var day) => day.ToString(IsEnglish ? "d MMM yyyy" : "d.M.yyyy", CultureInfo.InvariantCulture),
        _ => PackageTexts.Word(field.Name, text, package.Language),
    };

    private string Moment(DateTimeOffset at) => Days.Local(at, IsEnglish ? "d MMM yyyy HH:mm" : "d.M.yyyy HH.mm");

    private string Pick(string fi, string en) => IsEnglish ? en : fi;

    private static string Capital(string label) => char.ToUpperInvariant(label[0]) + label[1..];
}
