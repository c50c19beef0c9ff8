using Karelia.Crm.Accounts;
using Karelia.Crm.Kernel.Imports;

namespace Karelia.Crm.Consent;

/// <summary>
/// Whom the lines of a chunk are about. A line with an address is matched by it alone; only a line without one is compared by name and date of birth, then by name and
/// workplace. Asked by set: a handful of statements for the whole chunk.
/// </summary>
public sealed class SurveyMatches<TAnswer, TKnown>(IContactImports contacts, IConsentImports consents, ISurveyRegister<TAnswer, TKnown> register)
    where TAnswer : SurveyAnswer
    where TKnown : class, IRegistrant<TAnswer>
{
    private ILookup<string, KnownContact> byEmail = Enumerable.Empty<KnownContact>().ToLookup(_ => "");
    private ILookup<string, KnownContact> byName = Enumerable.Empty<KnownContact>().ToLookup(_ => "");
    private IReadOnlyDictionary<Guid, ConsentStanding> standings = new Dictionary<Guid, ConsentStanding>();
    private Dictionary<Guid, KnownContact> known = [];

    /// <summary>Everybody that a line may be about.</summary>
    public IReadOnlyDictionary<Guid, KnownContact> Contacts => known;

    /// <summary>Those of them that the module's register has.</summary>
    public IReadOnlyDictionary<Guid, TKnown> Registered { get; private set; } = new Dictionary<Guid, TKnown>();

    internal async Task<SurveyMatches<TAnswer, TKnown>> Load(IReadOnlyList<ImportLine> lines, CancellationToken ct)
    {
        var answers = lines.Select(line => (TAnswer)line.Reading!).ToList();
        byEmail = await contacts.ByEmail(answers.Where(answer => answer.Email is not null).Select(answer => answer.Email!), ct);
        if (answers.Where(IsNamed).Select(answer => answer.FullName).ToList() is { Count: > 0 } names)
            byName = await contacts.ByName(names, ct);
        known = byEmail.Concat(byName).SelectMany(found => found).DistinctBy(contact => contact.Id).ToDictionary(contact => contact.Id);
        if (lines.Where(line => line.Decision == "merge").Select(line => line.ContactId!.Value).ToList() is { Count: > 0 } chosen)
        {
            foreach (var (id, contact) in await contacts.ById(chosen, ct))
                known[id] = contact;
        }

        var ids = known.Keys.ToArray();
        Registered = await register.Load(ids, ct);
        standings = await consents.Of(ids, ct);
        return this;
    }

    /// <summary>Those whom the line may be about.</summary>
    public IReadOnlyList<KnownContact> Of(ImportLine line)
    {
        var answer = (TAnswer)line.Reading!;
        if (answer.Email is not null)
            return [.. byEmail[answer.Email]];
        if (!IsNamed(answer))
            return [];
        var namesakes = byName[answer.FullName].ToList();
        var born = namesakes.Where(contact => answer.DateOfBirth is { } day && Registered.GetValueOrDefault(contact.Id)?.DateOfBirth == day).ToList();
        return born.Count > 0 ? born : namesakes.Where(contact => answer.Employer is not null
            && string.Equals(Registered.GetValueOrDefault(contact.Id)?.Employer, answer.Employer, StringComparison.OrdinalIgnoreCase)).ToList();
    }

    /// <summary>The person to write to: the one that somebody chose, else the one with the address; null makes a new one.</summary>
    public KnownContact? TargetOf(ImportLine line) => line.Decision == "merge"
        ? known.GetValueOrDefault(line.ContactId!.Value)
        : ((TAnswer)line.Reading!).Email is not null && Of(line) is [var contact] ? contact : null;

    /// <summary>What holds for a person.</summary>
    public ConsentStanding Standing(Guid contact) => standings.GetValueOrDefault(contact) ?? ConsentStanding.None;

    /// <summary>Whether the line tells anything that the register does not have.</summary>
    public bool IsNews(KnownContact contact, TAnswer answer, ContactDraft draft) =>
        contacts.IsNews(contact, draft) || Registered.GetValueOrDefault(contact.Id)?.IsNews(answer) is not false
        || answer.Consents().Any(consent => !Standing(contact.Id).Holds(consent.Purpose) && !Standing(contact.Id).Forbids(consent.Purpose));

    private static bool IsNamed(TAnswer answer) => answer is { Email: null, LastName: not null, FirstNames: not null };
}
