namespace Karelia.Crm.Consent.Disclosures;

/// <summary>Disclosures in pages, the newest first.</summary>
internal static class DisclosurePages
{
    private static readonly Sorts<Disclosure> Orders = new Sorts<Disclosure>(d => d.Id).By("at", d => d.At);

    public static Task<Page<Disclosure>> Read(ConsentDb db, int? limit, string? cursor, bool count, CancellationToken ct) =>
        Orders.Page(db.Disclosures.AsNoTracking(), "-at", limit, cursor, count, d => d, ct);
}
