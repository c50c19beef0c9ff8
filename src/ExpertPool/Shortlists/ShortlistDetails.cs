
namespace Karelia.Crm.ExpertPool.Shortlists;

/// <summary>A shortlist with its experts, by name. Restricted people and those without a standing consent are not shown.</summary>
internal sealed record ShortlistDetails(
    Guid Id, string Name, string? Purpose, bool IsClosed, IReadOnlyList<ShortlistedLine> Experts, string CreatedBy, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, long Version) : IVersioned, IShowsPeople
{
    public IEnumerable<Guid> ShownPeople() => Experts.Select(expert => expert.ContactId);
}

/// <summary>An expert on a shortlist: proposed, asked, yes or no.</summary>
internal sealed record ShortlistedLine(Guid ContactId, string LastName, string FirstNames, string? CalledName, string? Email, string? Town, string? Employer, string[] Tags, string State, string? Note, bool IsPassive);

/// <summary>Finding and showing shortlists.</summary>
internal static class ShownShortlist
{
    public static IRuleBuilderOptions<T, string?> IsListName<T>(this IRuleBuilder<T, string?> rule) => rule.NotEmpty().MaximumLength(200).IsPlainText(lines: false);

    public static IRuleBuilderOptions<T, string?> IsListPurpose<T>(this IRuleBuilder<T, string?> rule) => rule.MaximumLength(4000).IsPlainText();

    public static async Task<Shortlist> FindList(this ExpertPoolDb db, Guid id, CancellationToken ct) => await db.Shortlists.FirstOrDefaultAsync(l => l.Id == id, ct) ?? throw Refusal.Unknown();

    /// <summary>404 when the caller does not know of the person, 409 when it is passive.</summary>
    public static async Task RefusePassive(this ExpertPoolDb db, Guid contact, CancellationToken ct)
    {
        if ((await db.ContactCards.FirstOrDefaultAsync(c => c.Id == contact, ct) ?? throw Refusal.Unknown()).IsPassive)
            throw Refusal.Passive();
    }

    public static async Task<ShortlistDetails> Show(this ExpertPoolDb db, Shortlist list, CancellationToken ct)
    {
        // What this request changed is not stored yet.
        var stored = await db.Shortlisted.Where(s => s.ShortlistId == list.Id).ToListAsync(ct);
        var listed = stored.Union(db.Shortlisted.Local.Where(s => s.ShortlistId == list.Id)).Where(s => db.Entry(s).State != EntityState.Deleted).ToDictionary(s => s.ContactId);
        var people = await db.Experts.Where(e => listed.Keys.Contains(e.ContactId))
            .Join(db.ContactCards, e => e.ContactId, c => c.Id, (e, c) => new { Expert = e, Card = c })
            .Where(row => db.Consents.Any(s => s.ContactId == row.Card.Id))
            .OrderBy(row => row.Card.SortName).ThenBy(row => row.Card.Id)
            .Select(row => new { row.Card, row.Expert.Employer, row.Expert.Tags }).ToListAsync(ct);
        return new(
            list.Id, list.Name, list.Purpose, list.IsClosed,
            [.. people.Select(p => new ShortlistedLine(
                p.Card.Id, p.Card.LastName, p.Card.FirstNames, p.Card.CalledName, p.Card.Email, p.Card.Town, p.Employer, p.Tags, listed[p.Card.Id].State, listed[p.Card.Id].Note, p.Card.IsPassive))],
            list.CreatedBy, list.CreatedAt, list.UpdatedAt, list.Version);
    }
}
