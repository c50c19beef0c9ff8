using Karelia.Crm.Accounts;
using Karelia.Crm.Kernel.Imports;
using Karelia.Crm.Spreadsheets;

namespace Karelia.Crm.Consent.Suppressions;

/// <summary>
/// What the columns of Liana's lists can be. Their layout is documented nowhere: the address is known by its heading, the list by the heading of its time. Where that does
/// not tell, a person says which list it is by mapping the address; it is asked each time, since another list may look the same.
/// </summary>
internal static class SuppressionFields
{
    public const string At = "at";
    public const string Reason = "reason";

    /// <summary>The addresses of a list.</summary>
    public static string AddressOf(string view) => $"email.{view}";

    private static readonly HashSet<string> addresses = Keys("recipient e-mail", "recipient email", "email", "e-mail", "email address", "sähköposti", "sähköpostiosoite", "vastaanottajan sähköposti", "osoite", "recipient");

    private static readonly HashSet<string> reasons = Keys("reason", "syy", "peruutussyy", "bounce type", "error");

    private static readonly Dictionary<string, HashSet<string>> times = new()
    {
        [Views.Unsubscribed] = Keys("left", "unsubscribed", "unsubscribed at", "poistunut", "peruutettu", "peruttu", "peruuttanut"),
        [Views.Unreachable] = Keys("bounced", "bounced at", "last bounce", "unreachable", "unreachable since", "tavoittamaton", "tavoittamattomissa", "palautunut"),
        [Views.Forgotten] = Keys("forgotten", "forgotten at", "unohdettu", "unohdettu klo"),
    };

    public static IReadOnlyList<ImportField> All { get; } =
    [
        new(AddressOf(Views.Unsubscribed), "sähköposti: peruuttanut (Unsubscribed)", "email: unsubscribed"),
        new(AddressOf(Views.Unreachable), "sähköposti: tavoittamaton (Unreachable)", "email: unreachable"),
        new(AddressOf(Views.Forgotten), "sähköposti: unohdettu (Forgotten)", "email: forgotten"),
        new(At, "aika", "time"),
        new(Reason, "syy", "reason"),
    ];

    public static RecognisedForm Recognise(IReadOnlyList<string> headings)
    {
        var keys = headings.Select(CellText.Key).ToList();
        var view = times.FirstOrDefault(time => keys.Exists(time.Value.Contains)).Key;
        var address = keys.FindIndex(addresses.Contains);
        // A list without headings begins with an address, which nobody is to read as one.
        if (address < 0 && headings.Any(ContactWriting.IsEmail))
            return new(null, [.. headings.Select((_, index) => new MappedColumn(new(index, $"{index + 1}"), null, 0))], false, IsHeadless: true);
        List<MappedColumn> columns =
        [
            .. keys.Select((key, index) => new MappedColumn(new(index, headings[index]), index == address && view is not null ? AddressOf(view)
                : view is not null && times[view].Contains(key) ? At : reasons.Contains(key) ? Reason : null, 1)),
        ];
        return new(view, [.. columns.Select(column => column.Field is null ? column with { Confidence = 0 } : column)], view is not null && address >= 0);
    }

    /// <summary>Which list the columns make it; null while nobody has said.</summary>
    public static string? ViewOf(IEnumerable<MappedColumn> columns) => Views.All.FirstOrDefault(view => columns.Any(column => column.Field == AddressOf(view)));

    private static HashSet<string> Keys(params string[] headings) => [.. headings.Select(CellText.Key)];
}
