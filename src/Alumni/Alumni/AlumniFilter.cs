using Karelia.Crm.Accounts;

namespace Karelia.Crm.Alumni.Alumni;

/// <summary>An alumnus beside its published card; latest is the year of the latest degree, 0 when none is known.</summary>
internal sealed class AlumnusRow
{
    public required Alumnus Alumnus { get; init; }
    public required ContactCard Card { get; init; }
    public int Latest { get; init; }
}

/// <summary>The list's filters.</summary>
internal static class AlumniFilter
{
    public static IQueryable<AlumnusRow> Apply(AlumniDb db, ListAlumni query)
    {
        var rows =
            from alumnus in db.Alumni.AsNoTracking()
            join card in db.ContactCards on alumnus.ContactId equals card.Id
            select new AlumnusRow { Alumnus = alumnus, Card = card, Latest = alumnus.Degrees.Max(d => d.GraduatedYear) ?? 0 };

        foreach (var pattern in (query.Q ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Paging.Like))
        {
            var address = pattern.ToLowerInvariant();
            rows = rows.Where(row =>
                EF.Functions.Like(row.Card.SearchText, AlumniDb.Fold(pattern))
                || EF.Functions.Like(row.Card.Email!, address)
                || EF.Functions.Like(AlumniDb.Fold(row.Alumnus.FormerLastName!), AlumniDb.Fold(pattern))
                || EF.Functions.Like(AlumniDb.Fold(row.Alumnus.Employer!), AlumniDb.Fold(pattern))
                || EF.Functions.Like(AlumniDb.Fold(row.Alumnus.Task!), AlumniDb.Fold(pattern)));
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
        if (query.Mailable is { } mailable)
            rows = rows.Where(row => db.Mailable("email", "alumni").Any(m => m.ContactId == row.Alumnus.ContactId) == mailable);
        if (query.Passive is { } passive)
            rows = rows.Where(row => row.Card.IsPassive == passive);
        return rows;
    }
}
