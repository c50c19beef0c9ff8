using System.Globalization;
using System.Text;

namespace Karelia.Crm.Spreadsheets;

/// <summary>The escape <c>_xHHHH_</c> by which workbooks keep characters that XML cannot, and what a cell may hold.</summary>
internal static class Texts
{
    public const int MostCharacters = 32_767;

    public static string Unescaped(string text)
    {
        var at = text.IndexOf("_x", StringComparison.Ordinal);
        if (at < 0) return text;
        var plain = new StringBuilder(text.Length);
        var from = 0;
        for (; at >= 0; at = text.IndexOf("_x", at, StringComparison.Ordinal))
        {
            if (!IsEscape(text.AsSpan(at))) { at += 2; continue; }
            plain.Append(text, from, at - from);
            var c = (char)ushort.Parse(text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            if (c != '\0') plain.Append(c); // PostgreSQL has no place for it
            from = at += 7;
        }
        return WithoutLoneSurrogates(plain.Append(text, from, text.Length - from).ToString());
    }

    public static bool IsEscape(ReadOnlySpan<char> text) =>
        text.Length >= 7 && text[0] == '_' && text[1] == 'x' && text[6] == '_' && ushort.TryParse(text[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _);

    /// <summary>What Excel can show: no lone surrogates, no characters that XML forbids, at most 32,767 characters and no half of a pair at the cut.</summary>
    public static string Clean(string text)
    {
        var clean = text.AsSpan().IndexOfAnyExcept(Plain) < 0 ? text : string.Concat(WithoutLoneSurrogates(text, "").Where(IsAllowed));
        return Cut(clean, MostCharacters);
    }

    /// <summary>The first characters, never half of a pair.</summary>
    public static string Cut(string text, int most) => text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    static readonly System.Buffers.SearchValues<char> Plain = System.Buffers.SearchValues.Create(
        [.. Enumerable.Range(0, 0xD800).Select(c => (char)c).Where(IsAllowed)]);

    static bool IsAllowed(char c) => c is >= ' ' and < '\uFFFE' or '\t' or '\n' or '\r';

    static string WithoutLoneSurrogates(string text, string instead = "\uFFFD")
    {
        if (text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0) return text;
        var whole = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
            if (!char.IsSurrogate(text[i])) whole.Append(text[i]);
            else if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])) whole.Append(text[i]).Append(text[++i]);
            else whole.Append(instead);
        return whole.ToString();
    }
}
