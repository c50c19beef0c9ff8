using System.Buffers;
using System.Net;
using System.Text;

namespace Karelia.Crm.Spreadsheets;

/// <summary>What was repaired in a text without asking anybody.</summary>
[Flags]
public enum Repairs
{
    None = 0,

    /// <summary>Spaces before, after, doubled, or of the kind that does not break.</summary>
    Spaces = 1,

    /// <summary>Characters that nobody sees: zero-width ones, soft hyphens, control characters.</summary>
    Invisible = 2,

    /// <summary>A letter and its accent as two characters.</summary>
    Composed = 4,
}

/// <summary>Texts as people type and copy them, brought to one form.</summary>
public static class CellText
{
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        [.. Enumerable.Range(0x21, 0x7F - 0x21).Concat(Enumerable.Range(0xC0, 0x250 - 0xC0)).Select(c => (char)c)]);

    private static readonly string[] Particles = ["von", "af", "de", "van", "der", "den", "di", "da", "la", "le", "zu"];

    /// <summary>Composed, trimmed, with single spaces and without invisible characters. A text that needs nothing comes back as it is.</summary>
    public static string Clean(string raw, out Repairs repairs)
    {
        repairs = Repairs.None;
        if (IsPlain(raw))
            return raw;
        var text = new StringBuilder(raw.Length);
        var space = false;
        for (var i = 0; i < raw.Length; i++)
        {
            var c = raw[i];
            if (char.IsWhiteSpace(c))
            {
                if (c != ' ' || space || text.Length == 0)
                    repairs |= Repairs.Spaces;
                space = true;
            }
            else if (c is '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' || char.IsControl(c))
            {
                repairs |= Repairs.Invisible;
            }
            else
            {
                if (space && text.Length > 0)
                    text.Append(' ');
                space = false;
                if (!char.IsSurrogate(c))
                    text.Append(c);
                else if (i + 1 < raw.Length && char.IsSurrogatePair(c, raw[i + 1]))
                    text.Append(c).Append(raw[++i]);
                else
                    text.Append('\uFFFD');
            }
        }

        if (space)
            repairs |= Repairs.Spaces;
        var clean = text.ToString();
        if (clean.IsNormalized())
            return clean;
        repairs |= Repairs.Composed;
        return clean.Normalize();
    }

    /// <summary>Whether a text of two letters or more is written in capitals only.</summary>
    public static bool IsCapitals(string text) => text.Count(char.IsLetter) > 1 && !text.Any(char.IsLower);

    /// <summary>A name that was written in capitals: <c>VON ESSEN-MÄKI</c> is <c>von Essen-Mäki</c>.</summary>
    public static string FromCapitals(string text)
    {
        var words = text.ToLowerInvariant().Split(' ');
        for (var i = 0; i < words.Length; i++)
        {
            if (i < words.Length - 1 && Particles.Contains(words[i]))
                continue;
            var letters = words[i].ToCharArray();
            for (var at = 0; at < letters.Length; at++)
            {
                if (at == 0 || letters[at - 1] is '-' or '\'' or '’' or '(' or '/')
                    letters[at] = char.ToUpperInvariant(letters[at]);
            }

            words[i] = new(letters);
        }

        return string.Join(' ', words);
    }

    /// <summary>Headings and options as text: rich text's marks removed, entities decoded, cleaned.</summary>
    public static string WithoutMarkup(string raw)
    {
        if (!raw.AsSpan().ContainsAny('<', '&'))
            return Clean(raw, out _);
        var text = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            var end = raw[i] == '<' && i + 1 < raw.Length && (char.IsAsciiLetter(raw[i + 1]) || raw[i + 1] == '/') ? raw.IndexOf('>', i) : -1;
            if (end > 0)
                i = end;
            text.Append(end > 0 ? ' ' : raw[i]);
        }

        return Clean(WebUtility.HtmlDecode(text.ToString()), out _);
    }

    /// <summary>Letters and digits in lower case: two writings of one heading or option have one key.</summary>
    public static string Key(string text) => string.Create(text.Count(char.IsLetterOrDigit), text, (key, from) =>
    {
        var at = 0;
        foreach (var c in from)
        {
            if (char.IsLetterOrDigit(c))
                key[at++] = char.ToLowerInvariant(c);
        }
    });

    private static bool IsPlain(string text)
    {
        if (text.Length == 0 || text[0] == ' ' || text[^1] == ' ')
            return text.Length == 0;
        var rest = text.AsSpan();
        for (int at; (at = rest.IndexOfAnyExcept(Plain)) >= 0; rest = rest[(at + 1)..])
        {
            if (rest[at] != ' ' || rest[at + 1] == ' ')
                return false;
        }

        return true;
    }
}
