using Karelia.Crm.Accounts;

namespace Karelia.Crm.Consent.Erasure;

/// <summary>A certificate: what was erased and kept, by whom and when. State of the verifier: waiting, clean or found.</summary>
internal sealed record CertificateDetails(
    Guid Id, Guid ContactId, Guid? RequestId, string Reason, bool IsPartial, DateTimeOffset At, string By, string? ProposedBy, IReadOnlyList<ErasedItems> Erased, IReadOnlyList<KeptItems> Kept,
    string Verification, DateTimeOffset? VerifiedAt, IReadOnlyList<FoundTrace> Found, IReadOnlyList<NoticeLine> Notices);

/// <summary>A notice to a recipient of the person's data (GDPR art. 19), with the words to send.</summary>
internal sealed record NoticeLine(Guid Id, string Recipient, Guid DisclosureId, DateTimeOffset DisclosedAt, string Subject, string Text, DateTimeOffset? SentAt, string? SentBy);

/// <summary>A certificate in the list.</summary>
internal sealed record CertificateLine(Guid Id, DateTimeOffset At, string By, string Reason, bool IsPartial, string Verification, int OpenNotices);

internal static class Certificates
{
    public static string Verification(this ErasureCertificate certificate) => certificate.VerifiedAt is null ? "waiting" : ErasureCertificate.Items<FoundTrace>(certificate.Found).Count == 0 ? "clean" : "found";

    public static async Task<CertificateDetails> Show(this ConsentDb db, Guid id, CancellationToken ct)
    {
        var certificate = await db.ErasureCertificates.FindAsync([id], ct) ?? throw Refusal.Unknown();
        var notices = await db.ErasureNotices.Where(n => n.CertificateId == id).OrderBy(n => n.DisclosedAt).ThenBy(n => n.Id).Join(db.Disclosures, n => n.DisclosureId, d => d.Id, (n, d) => new { n, d.Name }).ToListAsync(ct);
        return new(
            certificate.Id, certificate.ContactId, certificate.RequestId, certificate.Reason, certificate.IsPartial, certificate.At, certificate.By, certificate.ProposedBy,
            ErasureCertificate.Items<ErasedItems>(certificate.Erased), ErasureCertificate.Items<KeptItems>(certificate.Kept), certificate.Verification(), certificate.VerifiedAt,
            ErasureCertificate.Items<FoundTrace>(certificate.Found), [.. notices.Select(row => Line(row.n, row.Name))]);
    }

    // The id stood in the file that was sent: no address is needed, and none is left here.
    private static NoticeLine Line(ErasureNotice notice, string list)
    {
        var day = Days.Local(notice.DisclosedAt, "d.M.yyyy");
        return new(
            notice.Id, notice.Recipient, notice.DisclosureId, notice.DisclosedAt, "Henkilötietojen poisto / Erasure of personal data",
            $"""
            Luovutimme teille {day} luettelon "{list}". Siinä oli henkilö, jonka tunniste oli {notice.ContactId}. Hänen tietonsa on poistettu rekisteristämme (tietosuoja-asetus 17 art.). Poistakaa ne myös omistanne ja vahvistakaa poisto meille (19 art.).

            On {day} we disclosed the list "{list}" to you. It held a person whose id was {notice.ContactId}. The person's data has been erased from our register (GDPR art. 17). Erase it from yours too, and confirm that to us (art. 19).
            """,
            notice.SentAt, notice.SentBy);
    }
}
