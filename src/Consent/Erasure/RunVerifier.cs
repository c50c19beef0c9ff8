namespace Karelia.Crm.Consent.Erasure;

/// <summary>The verifier's job; it has no address.</summary>
[Allow(Role.DataProtectionOfficer)]
internal sealed record RunVerifier(Guid CertificateId) : ICommand<bool>;

file sealed class Handler(ConsentDb db, Verifier verifier, PersonTables tables, TimeProvider clock) : IRequestHandler<RunVerifier, bool>
{
    public async Task<bool> Handle(RunVerifier command, CancellationToken ct)
    {
        var certificate = await db.ErasureCertificates.SingleAsync(c => c.Id == command.CertificateId, ct);
        var marks = await db.Tombstones.Where(mark => mark.CertificateId == certificate.Id).ToListAsync(ct);
        var kept = ErasureCertificate.Items<KeptItems>(certificate.Kept).Select(item => item.Category).ToHashSet();
        var excused = tables.All.Where(table => kept.Contains(table.Category)).ToDictionary(table => table.Table, table => table.Columns.Where(column => table.Holding.Kept!.Properties.Contains(column.Property)).Select(column => column.Name).ToHashSet());
        certificate.Verified(await verifier.Look(certificate.ContactId, marks, excused, ct), clock.Now());
        return true;
    }
}
