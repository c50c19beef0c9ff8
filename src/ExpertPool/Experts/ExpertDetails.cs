using Karelia.Crm.Accounts;
using Karelia.Crm.ExpertPool.Assignments;
using Karelia.Crm.ExpertPool.Files;

namespace Karelia.Crm.ExpertPool.Experts;

/// <summary>An expert's page: what the person told, the consent, assignments and files.</summary>
internal sealed record ExpertDetails(
    Guid ContactId,
    string LastName,
    string FirstNames,
    string? CalledName,
    string? Email,
    string? Town,
    string? Competence,
    string[] Tags,
    string[] Fields,
    string[] Forms,
    string[] Languages,
    string? Availability,
    DateOnly? AvailableFrom,
    string? Employer,
    string? Task,
    string? RateNote,
    DateTimeOffset RegisteredAt,
    string Source,
    DateTimeOffset ConsentSince,
    DateOnly ConsentValidUntil,
    DateTimeOffset? RenewalAskedAt,
    IReadOnlyList<AssignmentLine> Assignments,
    IReadOnlyList<ExpertFileLine> Files,
    IReadOnlyList<OnShortlist> Shortlists,
    bool IsPassive,
    DateTimeOffset UpdatedAt,
    long Version) : IVersioned, IShowsPeople
{
    public IEnumerable<Guid> ShownPeople() => [ContactId];
}

/// <summary>A shortlist that an expert is on.</summary>
internal sealed record OnShortlist(Guid Id, string Name, string State, bool IsClosed);

/// <summary>Reading an expert whole.</summary>
internal static class ShownExpert
{
    public static async Task<ExpertDetails> Show(this ExpertPoolDb db, (Expert Expert, ContactCard Card, PoolConsent Consent) found, CancellationToken ct)
    {
        var (e, card, consent) = found;
        var id = e.ContactId;
        var assignments = await db.Assignments.Where(a => a.ContactId == id).ToListAsync(ct);
        assignments = [.. assignments.Union(db.Assignments.Local.Where(a => a.ContactId == id)).OrderByDescending(a => a.StartsOn).ThenBy(a => a.Id)];
        var accounts = assignments.Select(a => a.AccountId).OfType<Guid>().ToList();
        var names = await db.Accounts.Where(a => accounts.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, ct);
        var stored = await db.Files.Where(f => f.ContactId == id).ToListAsync(ct);
        var files = stored.Union(db.Files.Local.Where(f => f.ContactId == id)).Where(f => db.Entry(f).State != EntityState.Deleted).OrderBy(f => f.Id);
        var shortlists = await db.Shortlisted.Where(s => s.ContactId == id)
            .Join(db.Shortlists, s => s.ShortlistId, l => l.Id, (s, l) => new { l.Id, l.Name, s.State, l.IsClosed, l.UpdatedAt })
            .OrderBy(l => l.IsClosed).ThenByDescending(l => l.UpdatedAt).Select(l => new OnShortlist(l.Id, l.Name, l.State, l.IsClosed)).ToListAsync(ct);
        return new(
            id, card.LastName, card.FirstNames, card.CalledName, card.Email, card.Town, e.Competence, e.Tags, e.Fields, e.Forms, e.Languages, e.Availability, e.AvailableFrom, e.Employer, e.Task,
            e.RateNote, e.RegisteredAt, e.Source, consent.Since, consent.ValidUntil, e.RenewalAskedAt > consent.Since ? e.RenewalAskedAt : null,
            [.. assignments.Select(a => new AssignmentLine(
                a.Id, a.Title, a.StartsOn, a.EndsOn, a.AccountId is { } account && names.TryGetValue(account, out var name) ? new(account, name) : null, a.State, a.Feedback))],
            [.. files.Select(f => new ExpertFileLine(f.Id, f.Name, f.ContentType, f.Size, f.AddedAt))],
            shortlists, card.IsPassive, e.UpdatedAt, e.Version);
    }
}
