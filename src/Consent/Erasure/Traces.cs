using System.Text.RegularExpressions;

namespace Karelia.Crm.Consent.Erasure;

/// <summary>What a person is known by: read before an erasure, and kept nowhere. Addresses and numbers that somebody else has too, such as a switchboard's, are not the person's alone.</summary>
internal sealed record Traces(Guid[] Ids, string[] Emails, string[] Phones, string[] Sources, IReadOnlyList<(string Last, string First)> Names, IReadOnlyList<string> OtherNames, DateOnly? Born)
{
    /// <summary>A pattern that matches nothing.</summary>
    public const string Nothing = "$a";

    /// <summary>Nobody else in the register has the name: whoever writes it means this person.</summary>
    public bool HasNoNamesake { get; private init; }

    /// <summary>What is struck out wherever it stands.</summary>
    public string? Everywhere => (Reach, HasNoNamesake ? Whole : null) switch { (null, var name) => name, (var reach, null) => reach, var (reach, name) => $"{reach}|{name}" };

    /// <summary>Rows of several people, or of none by a link, that were found to be about the person too.</summary>
    public List<Guid> Touched { get; } = [];

    private const string Own = """
        select array(select e.address from accounts.contact_emails e where e.contact_id = any($1)
                     and not exists (select from accounts.contact_emails o where o.address = e.address and o.contact_id <> all($1))
                     and not exists (select from administration.users u where u.is_active and lower(u.preferred_username) = e.address)),
               array(select p.number from accounts.contact_phones p where p.contact_id = any($1)
                     and not exists (select from accounts.contact_phones o where o.number = p.number and o.contact_id <> all($1))
                     and not exists (select from accounts.accounts a where a.phone = p.number)),
               not exists (select from accounts.contacts c join accounts.contacts o on o.sort_name = c.sort_name and o.erased_at is null and o.id <> all($1) where c.id = any($1)),
               array(select c.source_id from accounts.contacts c where c.id = any($1) and c.source_id is not null),
               array(select array[c.last_name, c.first_names, coalesce(c.called_name, '')] from accounts.contacts c where c.id = any($1))
        """;

    /// <summary>Reads them.</summary>
    public static async Task<Traces> Of(Guid[] ids, DbSession session, PersonTables tables, CancellationToken ct)
    {
        var (emails, phones, isAlone, sources, names) = (await session.Rows(
            Own, row => (row.GetFieldValue<string[]>(0), row.GetFieldValue<string[]>(1), row.GetBoolean(2), row.GetFieldValue<string[]>(3), row.GetFieldValue<string[,]>(4)), ct, ids))[0];
        var people = Enumerable.Range(0, names.GetLength(0)).Select(i => (Last: names[i, 0], First: names[i, 1], Called: names[i, 2])).Where(name => name.Last.Length + name.First.Length > 0).ToList();
        var born = await tables.Values<DateOnly>("DateOfBirth", ids, session, ct);
        var former = await tables.Values<string>("FormerLastName", ids, session, ct);
        return new(ids, emails, phones, sources, [.. people.Select(name => (name.Last, name.First))], [.. people.Select(name => name.Called).Where(name => name.Length > 0), .. former], born.Count == 0 ? null : born[0]) { HasNoNamesake = isAlone };
    }

    /// <summary>A regular expression of PostgreSQL for the addresses and numbers, however these are spaced; null when there are none.</summary>
    public string? Reach => Emails.Length + Phones.Length == 0 ? null : string.Join('|', [
        .. Emails.Select(email => $"(?<![[:alnum:]._%+-]){Escape(email).Replace("@", "(?:@|%40)", StringComparison.Ordinal)}(?![[:alnum:]-])"),
        .. Phones.Select(phone => phone.StartsWith("+358", StringComparison.Ordinal) ? $"(?<![0-9])(?:[+]?358|00358|0){Spaced(phone[4..])}(?![0-9])" : $"(?<![0-9]){Spaced(phone)}(?![0-9])")]);

    /// <summary>Whole names in lower case, both ways round.</summary>
    public string[] FullNames => [.. Names.Where(name => name is { Last.Length: > 0, First.Length: > 0 })
        .SelectMany(name => new[] { $"{name.Last} {name.First}", $"{name.First} {name.Last}", $"{name.First.Split(' ')[0]} {name.Last}", $"{name.Last} {name.First.Split(' ')[0]}" })
        .Select(name => name.ToLowerInvariant()).Distinct()];

    /// <summary>Whole names as they are written by chance, for any letters; null when there is none.</summary>
    public string? Whole => FullNames.Length == 0 ? null : string.Join('|', FullNames.Select(name => $@"\m{Regex.Replace(Escape(name), @"\s+", @"\s+")}[[:alpha:]]*"));

    /// <summary>Each name alone, inflected too (Virtanen, Virtasen), with its capital: in a text about the person it means the person.</summary>
    public string? Parts => string.Join('|', Names.SelectMany(name => name.First.Split([' ', '-']).Append(name.Last)).Concat(OtherNames)
        .Where(name => name.Length > 1).Distinct().Select(name => $@"\m{Escape(Stem(name))}[[:alpha:]]*")) is { Length: > 0 } parts ? parts : null;

    private static string Stem(string name) => name.EndsWith("nen", StringComparison.Ordinal) && name.Length > 5 ? name[..^3] : name.Length > 4 ? name[..^1] : name;

    private static string Escape(string text) => string.Concat(text.Select(c => char.IsLetterOrDigit(c) || c is ' ' or '@' or '_' ? c.ToString() : $"[{(c is '^' or '\\' or ']' ? "\\" : "")}{c}]"));

    private static string Spaced(string digits) => string.Join("[ ().-]{0,2}", digits.Where(char.IsDigit));
}
