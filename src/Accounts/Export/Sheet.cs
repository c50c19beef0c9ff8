using System.Runtime.CompilerServices;
using Karelia.Crm.Spreadsheets;

namespace Karelia.Crm.Accounts.Export;

/// <summary>A column of an exported list; <paramref name="Value"/> is asked for the language of the headings.</summary>
internal sealed record SheetColumn<T>(string Id, string Fi, string En, Func<T, string, string?> Value);

/// <summary>A list's view as a workbook. Who is in it is known, and logged, before the first row is read: the rows are then fetched by id, in the view's order.</summary>
internal static class Sheet
{
    /// <summary>As many rows as a sheet holds below its headings.</summary>
    public const int MostRows = 1_048_575;

    private const int Chunk = 1000;

    public static SheetAnswer Of<T>(
        string name, IReadOnlyList<SheetColumn<T>> columns, string[]? chosen, string? language, DateTimeOffset now, IReadOnlyList<Guid> ids, Func<T, Guid> idOf,
        Func<List<Guid>, CancellationToken, Task<List<T>>> read)
    {
        var shown = chosen is { Length: > 0 } ? chosen.Distinct().SelectMany(id => columns.Where(column => column.Id == id)).ToList() : [.. columns];
        return new(
            $"{name} {Day(now, "fi")}.xlsx", name, [.. shown.Select(column => language == "en" ? column.En : column.Fi)], Rows(shown, language ?? "fi", ids, idOf, read));
    }

    /// <summary>413 when the view has more rows than a sheet.</summary>
    public static IReadOnlyList<Guid> Whole(this Page<Guid> ids) => ids.NextCursor is null
        ? ids.Items
        : throw new Refusal("too-large", StatusCodes.Status413PayloadTooLarge, "A sheet has 1,048,576 rows at most: narrow the view.");

    public static string Day(DateTimeOffset at, string language) =>
        Days.Local(at, language == "en" ? "yyyy-MM-dd" : "d.M.yyyy");

    private static async IAsyncEnumerable<string?[]> Rows<T>(
        List<SheetColumn<T>> columns, string language, IReadOnlyList<Guid> ids, Func<T, Guid> idOf, Func<List<Guid>, CancellationToken, Task<List<T>>> read,
        [EnumeratorCancellation] CancellationToken ct = default)
    {
        foreach (var chunk in ids.Chunk(Chunk))
        {
            var rows = (await read([.. chunk], ct)).ToDictionary(idOf);
            foreach (var id in chunk)
            {
                if (rows.TryGetValue(id, out var row))
                    yield return [.. columns.Select(column => column.Value(row, language))];
            }
        }
    }
}

/// <summary>Codes in words, for people who read a sheet.</summary>
internal static class Words
{
    private static readonly Dictionary<string, (string Fi, string En)> words = new()
    {
        ["customer"] = ("Asiakas", "Customer"),
        ["partner"] = ("Kumppani", "Partner"),
        ["alumnus"] = ("Alumni", "Alumnus"),
        ["expert"] = ("Osaaja", "Expert"),
        ["rdi-contact"] = ("TKI-yhteyshenkilö", "RDI contact"),
        ["internship-contact"] = ("Harjoitteluyhteyshenkilö", "Internship contact"),
        ["thesis-contact"] = ("Opinnäytetyöyhteyshenkilö", "Thesis contact"),
        ["participant"] = ("Osallistuja", "Participant"),
        ["prospective"] = ("Mahdollinen", "Prospective"),
        ["active"] = ("Aktiivinen", "Active"),
        ["dormant"] = ("Hiljainen", "Dormant"),
        ["ended"] = ("Päättynyt", "Ended"),
        ["fi"] = ("suomi", "Finnish"),
        ["sv"] = ("ruotsi", "Swedish"),
        ["en"] = ("englanti", "English"),
        ["company"] = ("Yritys", "Company"),
        ["public-body"] = ("Julkinen organisaatio", "Public body"),
        ["association"] = ("Yhdistys", "Association"),
        ["educational"] = ("Oppilaitos", "Educational"),
        ["other"] = ("Muu", "Other"),
        ["network"] = ("Verkosto", "Network"),
        ["stakeholder"] = ("Sidosryhmä", "Stakeholder"),
        ["research"] = ("Tutkimus", "Research"),
        ["service-business"] = ("Palveluliiketoiminta", "Service business"),
        ["rdi"] = ("TKI", "RDI"),
        ["micro"] = ("Mikro", "Micro"),
        ["small"] = ("Pieni", "Small"),
        ["medium"] = ("Keskisuuri", "Medium"),
        ["large"] = ("Suuri", "Large"),
        ["passive"] = ("Passiivinen", "Inactive"),
    };

    public static string? Of(string? code, string language) => code is null ? null : !words.TryGetValue(code, out var word) ? code : language == "en" ? word.En : word.Fi;

    public static string Of(string[] codes, string language) => string.Join(", ", codes.Select(code => Of(code, language)));
}
