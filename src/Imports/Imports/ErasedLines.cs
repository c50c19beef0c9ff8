using System.Globalization;
using Karelia.Crm.Kernel.Imports;

namespace Karelia.Crm.Imports.Imports;

/// <summary>Lines about people who were erased: no sheet brings anybody back unseen, of whichever kind it is.</summary>
internal sealed class ErasedLines(IErasedPeople erased)
{
    public static readonly ImportReason Reason = new(null, "previously-erased", "This person was erased from the register.");

    /// <summary>Of lines that were read; those about somebody in the register are not among them.</summary>
    public async Task<HashSet<ImportLine>> Among(IReadOnlyList<ImportLine> lines, CancellationToken ct, bool evenIfKnown = false) =>
        [.. (await erased.Among(lines.Select(Mark), evenIfKnown, ct)).Select(place => lines[place])];

    private static PersonMark Mark(ImportLine line)
    {
        var values = line.Values();
        return new(
            values.GetValueOrDefault("email"), values.GetValueOrDefault("lastName"), values.GetValueOrDefault("firstNames"),
            DateOnly.TryParseExact(values.GetValueOrDefault("dateOfBirth"), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var born) ? born : null, values.GetValueOrDefault("sourceId"));
    }
}
