using System.Text;
using Karelia.Crm.Spreadsheets;

namespace Karelia.Crm.Imports.Imports;

/// <summary>What a cell says, as it is staged: identity codes masked wherever they stand.</summary>
internal static class StagedText
{
    public static string Of(string text, out bool isMasked, out bool says)
    {
        var clean = CellText.Clean(text, out var repairs);
        says = clean.Length > 0;
        var masked = IdentityCode.Masked(clean);
        isMasked = masked is not null;
        return masked ?? (repairs.HasFlag(Repairs.Invisible) || text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') >= 0 ? Storable(text) : text);
    }

    // PostgreSQL has no place for NUL and lone surrogates.
    private static string Storable(string text)
    {
        var storable = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value != 0)
                storable.Append(rune.ToString());
        }

        return storable.ToString();
    }
}
