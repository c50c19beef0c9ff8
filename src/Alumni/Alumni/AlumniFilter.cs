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
            from alumnus in Described(db, query)
            join card in db.ContactCards on alumnus.ContactId equals card.Id
            select new AlumnusRow { Alumnus = alumnus, Card = card };

        var found = false;
        foreach (var word in Paging.Words(query.Q))
        {
            var ids = found || !Paging.HasTrigram(word) ? null : await Few(db, word, ct);
            found |= ids is not null;
            rows = ids is not null ? rows.Where(row => ids.Contains(row.Alumnus.ContactId)) : rows.Where(row =>
                EF.Functions.Like(row.Card.SearchText, AlumniDb.Fold(word)) || EF.Functions.Like(AlumniDb.Fold(row.Card.Email!), AlumniDb.Fold(word))
                || EF.Functions.Like(EF.Property<string>(row.Alumnus, "SearchText"), AlumniDb.Fold(word)));
        }

        if (query.Town is { } town)
            rows = rows.Where(row => AlumniDb.Fold(row.Card.Town!) == AlumniDb.Fold(town));
        if (query.Passive is { } passive)
            rows = rows.Where(row => row.Card.IsPassive == passive);
        return rows;
    }

    /// <summary>How many there are in all. Where nothing of the card is asked, nobody's card is read.</summary>
    public static async Task<long> Count(AlumniDb db, ListAlumni query, CancellationToken ct) => query is { Q: null or "", Town: null, Passive: null }
        ? await Described(db, query).LongCountAsync(a => db.Members.Any(m => m.ContactId == a.ContactId), ct)
        : await (await Apply(db, query, ct)).LongCountAsync(ct);

    /// <summary>By what they told as alumni.</summary>
    private static IQueryable<Alumnus> Described(AlumniDb db, ListAlumni query)
    {
        var alumni = db.Alumni.AsNoTracking();
        if (query.Programme is { } programme)
            alumni = alumni.Where(a => a.Degrees.Any(d => d.Programme == programme));
        if (query.Degree is { } degree)
            alumni = alumni.Where(a => a.Degrees.Any(d => d.Title == degree));
        if (query.GraduatedFrom is { } from)
            alumni = alumni.Where(a => a.Degrees.Any(d => d.GraduatedYear >= from && (query.GraduatedTo == null || d.GraduatedYear <= query.GraduatedTo)));
        else if (query.GraduatedTo is { } to)
            alumni = alumni.Where(a => a.Degrees.Any(d => d.GraduatedYear <= to));
        if (query.Form is { } form)
            alumni = alumni.Where(a => a.Interests.Any(i => i.FormCode == form));
        // Compared with a value, PostgreSQL asks of one person after another until the page is full; a plain "exists" would first gather all who may be written to.
        if (query.Mailable is true and var yes)
            alumni = alumni.Where(a => db.Mailable("email", "alumni").Any(m => m.ContactId == a.ContactId) == yes);
        else if (query.Mailable is false)
            alumni = alumni.Where(a => !db.Mailable("email", "alumni").Any(m => m.ContactId == a.ContactId));
        return alumni;
    }

    /// <summary>Those whose names, address or work hold the word; null when there are more than an index is quick for.</summary>
    private static async Task<List<Guid>?> Few(AlumniDb db, string word, CancellationToken ct)
    {
        var ids = await db.ContactCards.Where(c => EF.Functions.Like(c.SearchText, AlumniDb.Fold(word))).Select(c => c.Id).Take(Paging.Few + 1)
            .Concat(db.ContactCards.Where(c => EF.Functions.Like(AlumniDb.Fold(c.Email!), AlumniDb.Fold(word))).Select(c => c.Id).Take(Paging.Few + 1))
            .Concat(db.Alumni.Where(a => EF.Functions.Like(EF.Property<string>(a, "SearchText"), AlumniDb.Fold(word))).Select(a => a.ContactId).Take(Paging.Few + 1))
            .ToListAsync(ct);
        return ids.Count <= Paging.Few ? ids : null;
    }
}
