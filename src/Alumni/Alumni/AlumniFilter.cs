using Karelia.Crm.Accounts;

namespace Karelia.Crm.Alumni.Alumni;

/// <summary>An alumnus beside its published card.</summary>
internal sealed class AlumnusRow
{
    public required Alumnus Alumnus { get; init; }
    public required ContactCard Card { get; init; }
}

/// <summary>The list's filters.</summary>
internal static class AlumniFilter
{
    public static async Task<IQueryable<AlumnusRow>> Apply(AlumniDb db, ListAlumni query, CancellationToken ct)
    {
        var rows =
            from alumnus in db.Alumni.AsNoTracking()
            join card in db.ContactCards on alumnus.ContactId equals card.Id
            select new AlumnusRow { Alumnus = alumnus, Card = card };

        var found = false;
        foreach (var word in Paging.Words(query.Q))
        {
            var address = word.ToLowerInvariant();
            var ids = found || !Paging.HasTrigram(word) ? null : await Few(db, word, address, ct);
            found |= ids is not null;
            rows = ids is not null ? rows.Where(row => ids.Contains(row.Alumnus.ContactId)) : rows.Where(row =>
                EF.Functions.Like(row.Card.SearchText, AlumniDb.Fold(word)) || EF.Functions.Like(row.Card.Email!, address)
                || EF.Functions.Like(EF.Property<string>(row.Alumnus, "SearchText"), AlumniDb.Fold(word)));
        }

        if (query.Programme is { } programme)
            rows = rows.Where(row => row.Alumnus.Degrees.Any(d => d.Programme == programme));
        if (query.Degree is { } degree)
            rows = rows.Where(row => row.Alumnus.Degrees.Any(d => d.Title == degree));
        if (query.GraduatedFrom is { } from)
            rows = rows.Where(row => row.Alumnus.Degrees.Any(d => d.GraduatedYear >= from && (query.GraduatedTo == null || d.GraduatedYear <= query.GraduatedTo)));
        else if (query.GraduatedTo is { } to)
            rows = rows.Where(row => row.Alumnus.Degrees.Any(d => d.GraduatedYear <= to));
        if (query.Form is { } form)
            rows = rows.Where(row => row.Alumnus.Interests.Any(i => i.FormCode == form));
        if (query.Town is { } town)
            rows = rows.Where(row => AlumniDb.Fold(row.Card.Town!) == AlumniDb.Fold(town));
        // Compared with a value, PostgreSQL asks of one person after another until the page is full; a plain "exists" would first gather all who may be written to.
        if (query.Mailable is true and var yes)
            rows = rows.Where(row => db.Mailable("email", "alumni").Any(m => m.ContactId == row.Alumnus.ContactId) == yes);
        else if (query.Mailable is false)
            rows = rows.Where(row => !db.Mailable("email", "alumni").Any(m => m.ContactId == row.Alumnus.ContactId));
        if (query.Passive is { } passive)
            rows = rows.Where(row => row.Card.IsPassive == passive);
        return rows;
    }

    /// <summary>Those whose names, address or work hold the word; null when there are more than an index is quick for.</summary>
    private static async Task<List<Guid>?> Few(AlumniDb db, string word, string address, CancellationToken ct)
    {
        var ids = await db.ContactCards.Where(c => EF.Functions.Like(c.SearchText, AlumniDb.Fold(word))).Select(c => c.Id).Take(Paging.Few + 1)
            .Concat(db.ContactCards.Where(c => EF.Functions.Like(c.Email!, address)).Select(c => c.Id).Take(Paging.Few + 1))
            .Concat(db.Alumni.Where(a => EF.Functions.Like(EF.Property<string>(a, "SearchText"), AlumniDb.Fold(word))).Select(a => a.ContactId).Take(Paging.Few + 1))
            .ToListAsync(ct);
        return ids.Count <= Paging.Few ? ids : null;
    }
}
