using Microsoft.Extensions.Logging;

namespace Karelia.Crm.Consent.Erasure;

/// <summary>Erases again whom a restored backup brought back; sent at start, before anybody is served. It has no address.</summary>
[Allow(Role.DataProtectionOfficer)]
internal sealed record ReplayErasure(JournalEntry Entry) : ICommand<bool>;

file sealed class Handler(ConsentDb db, Erasing erasing, DbSession session, TimeProvider clock) : IRequestHandler<ReplayErasure, bool>
{
    public const string Reason = "Poistettu uudelleen varmuuskopion palautuksen jälkeen. / Erased again after a backup was restored.";

    public async Task<bool> Handle(ReplayErasure command, CancellationToken ct)
    {
        var (_, id, marks) = command.Entry;
        if (await db.ErasureCertificates.AnyAsync(c => c.ContactId == id && !c.IsPartial, ct))
            return false;
        if ((await session.Rows("select exists (select from accounts.contacts where id = $1 and erased_at is null)", row => row.GetBoolean(0), ct, id))[0])
        {
            await erasing.Erase(id, Reason, null, ct);
            return true;
        }

        // Came and went after the backup: nothing to erase, but no sheet may bring the person back.
        var certificate = new ErasureCertificate { ContactId = id, Reason = Reason, At = clock.Now(), By = "Karelia CRM" };
        db.ErasureCertificates.Add(certificate);
        db.Tombstones.AddRange(marks.Select(mark => new Tombstone { CertificateId = certificate.Id, Kind = mark.Kind, Hash = mark.Hash }));
        return true;
    }
}

/// <summary>Brings database and journal together at start.</summary>
internal static class Replay
{
    /// <summary>What the journal misses is added to it; what the database misses is erased again. The host listens only afterwards.</summary>
    public static async Task Run(IServiceProvider services)
    {
        var journal = services.GetRequiredService<Journal>();
        if (journal.Path is null)
            return;
        var entries = journal.Read();
        await using (var scope = services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<ConsentDb>();
            var marks = (await db.Tombstones.AsNoTracking().ToListAsync()).ToLookup(mark => mark.CertificateId);
            var known = entries.Select(entry => entry.ContactId).ToHashSet();
            foreach (var certificate in await db.ErasureCertificates.AsNoTracking().Where(c => !c.IsPartial).OrderBy(c => c.At).ToListAsync())
            {
                if (!known.Contains(certificate.ContactId))
                    journal.Add(new(certificate.At, certificate.ContactId, [.. marks[certificate.Id].Select(mark => (mark.Kind, mark.Hash))]));
            }
        }

        foreach (var entry in entries)
        {
            await using var scope = services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentUser>().Become(Guid.Empty, "Karelia CRM", [Role.DataProtectionOfficer]);
            if (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ReplayErasure(entry)))
                services.GetRequiredService<ILogger<Journal>>().LogWarning("Erased again after a restore: {Contact}", entry.ContactId);
        }
    }
}
