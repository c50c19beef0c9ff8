using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Karelia.Crm.Kernel.Imports;
using Microsoft.Extensions.Configuration;

namespace Karelia.Crm.Consent.Erasure;

/// <summary>
/// Knows erased people again without knowing them (docs/decisions/0015-erasure.md): HMAC of address, number, source id, and name with birth date, under a key that stands in the
/// configuration and in no dump of the database.
/// </summary>
internal sealed class Tombstones(DbSession session, IConfiguration settings) : IErasedPeople
{
    public const string Email = "email";
    public const string Phone = "phone";
    public const string Source = "source";
    public const string Person = "person";

    private readonly byte[] key = Encoding.UTF8.GetBytes(settings["Erasure:Key"] ?? "development-only");

    /// <summary>The marks of a person who is being erased.</summary>
    public IEnumerable<Tombstone> Of(Traces traces, Guid certificateId) =>
    [
        .. new[] { (Email, traces.Emails), (Phone, traces.Phones), (Source, traces.Sources), (Person, traces.Born is { } born ? [.. traces.Names.Select(name => Named(name.Last, name.First, born))] : []) }
            .SelectMany(marks => marks.Item2.Distinct(), (marks, value) => new Tombstone { CertificateId = certificateId, Kind = marks.Item1, Hash = Hash(marks.Item1, value) }),
    ];

    public async Task<IReadOnlySet<int>> Among(IEnumerable<PersonMark> people, bool evenIfKnown, CancellationToken ct)
    {
        if (!(await session.Rows("select exists (select from consent.tombstones)", row => row.GetBoolean(0), ct))[0])
            return new HashSet<int>();
        var given = people.ToList();
        var marks = given.SelectMany((person, place) => Hashes(person).Select(hash => (Place: place, Hash: hash))).ToList();
        var known = (await session.Rows(
            "select encode(hash, 'hex') from consent.tombstones where hash = any($1)", row => row.GetString(0), ct, (object)marks.Select(mark => mark.Hash).ToArray())).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var found = marks.Where(mark => known.Contains(Convert.ToHexString(mark.Hash))).Select(mark => mark.Place).ToHashSet();
        if (!evenIfKnown && found.Count > 0)
        {
            var here = (await session.Rows(
                "select address from accounts.contact_address where address = any($1)", row => row.GetString(0), ct, (object)found.Select(place => given[place].Email).OfType<string>().ToArray())).ToHashSet();
            found.RemoveWhere(place => given[place].Email is { } email && here.Contains(email));
        }

        return found;
    }

    private IEnumerable<byte[]> Hashes(PersonMark person)
    {
        if (person.Email is { } email)
            yield return Hash(Email, email);
        if (person.SourceId is { } source)
            yield return Hash(Source, source);
        if (person is { LastName: { } last, FirstNames: { } first, Born: { } born })
            yield return Hash(Person, Named(last, first, born));
    }

    public byte[] Hash(string kind, string value) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{kind}|{value.Trim().ToLowerInvariant()}"));

    /// <summary>Last name, the first of the first names, and the day.</summary>
    public static string Named(string last, string first, DateOnly born) =>
        $"{last.Trim()}|{first.Trim().Split(' ')[0]}|{born.ToString("O", CultureInfo.InvariantCulture)}";
}
