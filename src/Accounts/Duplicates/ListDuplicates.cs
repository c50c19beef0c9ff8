using Karelia.Crm.Accounts.Contacts;
using Karelia.Crm.Accounts.Merging;

namespace Karelia.Crm.Accounts.Duplicates;

[Allow(Role.Reader, Role.IntegrationRead)]
internal sealed record ListDuplicates(string? Kind = null, string? Reason = null, bool? Exact = null, bool? Dismissed = null, int? Limit = null, string? Cursor = null, bool? Count = null) : IQuery<DuplicatePage>;

internal sealed record DuplicatePage(IReadOnlyList<DuplicateItem> Items, string? NextCursor) : Page<DuplicateItem>(Items, NextCursor), IShowsPeople
{
    public IEnumerable<Guid> ShownPeople() => Items.Where(item => item.Kind == RecordKinds.Contact).SelectMany(item => new[] { item.First.Id, item.Second.Id });
}

/// <summary>Two records that may be one, and why. Exact: sure enough to be merged with others in one go.</summary>
internal sealed record DuplicateItem(string Kind, DuplicateSide First, DuplicateSide Second, string[] Reasons, bool IsExact, DateTimeOffset FoundAt, DateTimeOffset? DismissedAt, string? DismissedBy, string? DismissReason);

/// <summary>One of the two: enough of it to tell the two apart.</summary>
internal sealed record DuplicateSide(Guid Id, string Name, string? Email, string? Phone, string? Employer, string? Town, string? BusinessId, bool IsPassive, DateTimeOffset UpdatedAt);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/duplicates", ([AsParameters] ListDuplicates query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("Pairs of records that may be one, the surest first; dismissed=true lists those that somebody said are two");
}

file sealed class Rules : AbstractValidator<ListDuplicates>
{
    public Rules()
    {
        RuleFor(q => q.Kind).IsOneOf(RecordKinds.All);
        RuleFor(q => q.Reason).IsOneOf(DuplicateReasons.All);
        RuleFor(q => q.Limit).IsLimit();
    }
}

file sealed class Handler(AccountsDb db, CurrentUser user) : IRequestHandler<ListDuplicates, DuplicatePage>
{
    public async Task<DuplicatePage> Handle(ListDuplicates query, CancellationToken ct)
    {
        var (kind, limit) = (query.Kind ?? RecordKinds.Contact, query.Limit ?? Paging.Usual);
        var pairs = db.Duplicates.AsNoTracking().Where(d => d.Kind == kind && (d.DismissedAt != null) == (query.Dismissed ?? false));
        if (query.Reason is { } reason)
            pairs = pairs.Where(d => d.Reasons.Contains(reason));
        if (query.Exact is { } exact)
            pairs = pairs.Where(d => d.IsExact == exact);
        // Two passive ones cannot be merged: nothing is to be done about them. A restricted person is in no pair but the officer's.
        pairs = kind == RecordKinds.Contact
            ? pairs.Where(d => db.Contacts.To(user).Any(c => c.Id == d.FirstId) && db.Contacts.To(user).Any(c => c.Id == d.SecondId)
                && db.Contacts.Any(c => (c.Id == d.FirstId || c.Id == d.SecondId) && !c.IsPassive))
            : pairs.Where(d => db.Accounts.Any(a => a.Id == d.FirstId && a.MergedIntoId == null) && db.Accounts.Any(a => a.Id == d.SecondId && a.MergedIntoId == null)
                && db.Accounts.Any(a => (a.Id == d.FirstId || a.Id == d.SecondId) && !a.IsPassive));
        var page = pairs;
        if (Cursor.Read(query.Cursor, 4) is { } keys)
        {
            var (wasExact, at, first, second) = (Cursor.Key<bool>(keys[0]), Cursor.Key<DateTimeOffset>(keys[1]), Cursor.Key<Guid>(keys[2]), Cursor.Key<Guid>(keys[3]));
            page = page.Where(d => (wasExact && !d.IsExact) || (d.IsExact == wasExact && (d.FoundAt < at || (d.FoundAt == at && (d.FirstId.CompareTo(first) > 0 || (d.FirstId == first && d.SecondId.CompareTo(second) > 0))))));
        }

        var rows = await page.OrderByDescending(d => d.IsExact).ThenByDescending(d => d.FoundAt).ThenBy(d => d.FirstId).ThenBy(d => d.SecondId).Take(limit + 1).ToListAsync(ct);
        var shown = Paging.Of(rows, limit, last => Cursor.After(last.IsExact.ToString(), Cursor.Text(last.FoundAt), last.FirstId.ToString(), last.SecondId.ToString()));
        var sides = await db.Sides(kind, [.. shown.Items.SelectMany(d => new[] { d.FirstId, d.SecondId }).Distinct()], ct);
        var items = shown.Items.Select(d => new DuplicateItem(d.Kind, sides[d.FirstId], sides[d.SecondId], d.Reasons, d.IsExact, d.FoundAt, d.DismissedAt, d.DismissedBy, d.DismissReason));
        return new([.. items], shown.NextCursor) { Total = query.Count == true ? await pairs.LongCountAsync(ct) : null };
    }
}

/// <summary>What is shown of a record beside another.</summary>
internal static class Beside
{
    public static async Task<Dictionary<Guid, DuplicateSide>> Sides(this AccountsDb db, string kind, Guid[] ids, CancellationToken ct) => kind == RecordKinds.Contact
        ? await db.Contacts.Where(c => ids.Contains(c.Id)).Select(c => new DuplicateSide(
            c.Id, c.LastName + " " + c.FirstNames, c.Emails.Where(e => e.IsPrimary).Select(e => e.Address).FirstOrDefault(), c.Phones.Where(p => p.IsPrimary).Select(p => p.Number).FirstOrDefault(),
            db.Affiliations.Where(a => a.ContactId == c.Id && a.IsPrimary).Select(a => db.Accounts.First(account => account.Id == a.AccountId).Name).FirstOrDefault(),
            c.Town, null, c.IsPassive, c.UpdatedAt)).ToDictionaryAsync(side => side.Id, ct)
        : await db.Accounts.Where(a => ids.Contains(a.Id)).Select(a => new DuplicateSide(
            a.Id, a.Name, null, a.Phone, null, a.Municipality, a.BusinessId, a.IsPassive, a.UpdatedAt)).ToDictionaryAsync(side => side.Id, ct);
}
