using System.Globalization;

namespace Karelia.Crm.Consent.Disclosures;

/// <summary>Disclosures in pages, the newest first.</summary>
internal static class DisclosurePages
{
    public static async Task<Page<Disclosure>> Read(ConsentDb db, int? limit, string? cursor, CancellationToken ct)
    {
        var rows = db.Disclosures.AsNoTracking();
        if (Cursor.Read(cursor, 2) is [{ } at, { } id])
        {
            var after = DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, out var time) && Guid.TryParse(id, out var last)
                ? ValueTuple.Create(time, last)
                : throw new Refusal("cursor-invalid", StatusCodes.Status400BadRequest, "This cursor is not one that the list gave. Begin from the first page.");
            rows = rows.Where(d => EF.Functions.LessThan(ValueTuple.Create(d.At, d.Id), after));
        }

        var size = limit ?? Paging.Usual;
        return Paging.Of(await rows.OrderByDescending(d => d.At).ThenByDescending(d => d.Id).Take(size + 1).ToListAsync(ct), size, d => Cursor.After(d.At.ToString("O"), d.Id.ToString()));
    }
}
