using Karelia.Crm.Accounts;
using Karelia.Crm.Kernel.Audit;
using Karelia.Crm.Kernel.Jobs;

namespace Karelia.Crm.Consent.Erasure;

/// <summary>What went: a module's category of data and how many rows.</summary>
internal sealed record ErasedItems(string Module, string Category, long Items);

/// <summary>What a law obliges us to keep, stripped to the minimum, and until when; null: until what the law names has ended.</summary>
internal sealed record KeptItems(string Module, string Category, string Law, DateOnly? Until);

/// <summary>An erasure that was carried out.</summary>
internal sealed record ErasureDone(Guid CertificateId, IReadOnlyList<ErasedItems> Erased, IReadOnlyList<KeptItems> Kept);

/// <summary>
/// Erases a person from every module, within the command's transaction and in reverse module order (GDPR art. 17). It knows no table by name: the pages of personal data say
/// where a person is, what stays by law, and which rows are about others too.
/// </summary>
internal sealed class Erasing(
    ConsentDb db, DbSession session, PersonTables tables, IKnownPeople people, IEnumerable<Evidence> evidence, Tombstones tombstones, AuditLog audit, JobQueue jobs, Journal journal,
    CurrentUser user, TimeProvider clock)
{
    /// <summary>All of a person, whichever of its ids is named. 404 when there is no such person.</summary>
    public async Task<ErasureDone> Erase(Guid contactId, string reason, Guid? requestId, CancellationToken ct, string? proposedBy = null)
    {
        var traces = await Hold(contactId, ct);
        var certificate = await Certificate(traces, reason, requestId, proposedBy, isPartial: false, ct);
        await Notices(certificate, traces.Ids, ct);
        var (erased, kept) = await Rows(tables.All, traces, ct);
        await Values(tables.All, traces, erased, ct);
        await Mentions(traces, ct);
        var done = certificate.Carried(erased, kept);
        await session.Execute("delete from kernel.idempotency_keys where resource_id = any($1)", ct, traces.Ids);
        await audit.Bulk("EraseContact", "erase", "Contact", traces.Ids[0], traces.Ids, ct, certificate.Reason);
        jobs.Add("erasure-verify", new RunVerifier(certificate.Id));
        journal.AddAfterCommit(session, certificate, [.. db.Tombstones.Local.Where(mark => mark.CertificateId == certificate.Id)]);
        return done;
    }

    /// <summary>Only some tables, or some columns of them: what rested on a ground that is gone. No mark is left; the person is still in the register.</summary>
    public async Task<ErasureDone> EraseFields(Guid contactId, IReadOnlyCollection<PersonTable> parts, string reason, CancellationToken ct)
    {
        var traces = await Hold(contactId, ct);
        var certificate = await Certificate(traces, reason, null, null, isPartial: true, ct);
        var (erased, kept) = await Rows([.. tables.All.Select(table => parts.FirstOrDefault(part => part.Table == table.Table)).OfType<PersonTable>()], traces, ct);
        await Values(parts, traces, erased, ct);
        await audit.Bulk("EraseFields", "erase", "Contact", traces.Ids[0], traces.Ids, ct, certificate.Reason);
        return certificate.Carried(erased, kept);
    }

    /// <summary>The person is held until the transaction ends: a merge, an import or an export that comes meanwhile waits, and finds nobody.</summary>
    private async Task<Traces> Hold(Guid contactId, CancellationToken ct)
    {
        await session.Execute("select set_config('crm.act', 'erase', true)", ct);
        // A merge that runs is waited for first: asked under its lock, the person would be nobody.
        await session.Execute("select 1 from accounts.contacts where id = $1 for update", ct, contactId);
        var held = await people.Hold(contactId, ct);
        await session.Execute("select 1 from accounts.contacts where id = any($1) order by id for update", ct, held.Ids);
        // Merged or parted before the locks were ours: the ids are other ones now.
        var again = await people.Hold(contactId, ct);
        if (!again.Ids.ToHashSet().SetEquals(held.Ids))
            throw new DbUpdateConcurrencyException("The person was merged meanwhile.");
        return await Traces.Of([held.Id, .. held.Ids.Where(id => id != held.Id)], session, tables, ct);
    }

    private async Task<ErasureCertificate> Certificate(Traces traces, string reason, Guid? requestId, string? proposedBy, bool isPartial, CancellationToken ct)
    {
        var certificate = new ErasureCertificate { ContactId = traces.Ids[0], RequestId = requestId, Reason = await Struck(reason, traces, ct), IsPartial = isPartial, At = clock.Now(), ById = user.Id, By = user.Name, ProposedBy = proposedBy };
        db.ErasureCertificates.Add(certificate);
        if (!isPartial)
            db.Tombstones.AddRange(tombstones.Of(traces, certificate.Id));
        return certificate;
    }

    /// <summary>GDPR art. 19: who got the person's data is told; the id is the one that stood in the file.</summary>
    private async Task Notices(ErasureCertificate certificate, Guid[] ids, CancellationToken ct)
    {
        var sent = await db.DisclosedContacts.Where(row => ids.Contains(row.ContactId)).Join(db.Disclosures, row => row.DisclosureId, d => d.Id, (row, d) => new { row.ContactId, d.Id, d.Recipient, d.At }).ToListAsync(ct);
        db.ErasureNotices.AddRange(sent.OrderBy(d => d.At).Select(d => new ErasureNotice { CertificateId = certificate.Id, ContactId = d.ContactId, DisclosureId = d.Id, Recipient = d.Recipient, DisclosedAt = d.At }));
    }

    private async Task<(List<ErasedItems> Erased, List<KeptItems> Kept)> Rows(IReadOnlyList<PersonTable> parts, Traces traces, CancellationToken ct)
    {
        var (erased, kept) = (new List<ErasedItems>(), new List<KeptItems>());
        // What is found by other rows goes before these do.
        foreach (var table in parts.Where(part => !part.IsOnlyOfStaff).Reverse().OrderBy(table => table.PersonColumn.Length > 0))
        {
            var rows = new PersonRows(table, tables.All.First(one => one.Table == table.Table), traces, session, evidence.FirstOrDefault(one => one.Table == table.Table));
            kept.AddRange((await rows.Keep(ct)).Select(one => new KeptItems(table.Module, table.Category, one.Law.Fi, one.Until)));
            if (await rows.Erase(clock.Now(), ct) is var items and > 0)
                erased.Add(new(table.Module, table.Category, items));
        }

        return (erased, kept);
    }

    /// <summary>Old and new values in the audit log, also of what was deleted together with a row of the person: the entries stay with their hashes.</summary>
    private async Task Values(IReadOnlyCollection<PersonTable> parts, Traces traces, List<ErasedItems> erased, CancellationToken ct)
    {
        var isAll = parts.Count == tables.All.Count;
        var gone = await session.Execute(
            """
            delete from kernel.audit_values v using kernel.audit_entries e where e.id = v.entry_id and (
                ((v.contact_id = any($1) or e.contact_ids && $1) and (e.entity = any($2) or $3))
                or ($3 and (e.entity_id = any($4) or v.payload::text ~* $5
                    or (e.kind = 'deleted' and e.tx in (select d.tx from kernel.audit_entries d where d.kind = 'deleted' and d.contact_ids && $1)))))
            """,
            ct, traces.Ids, parts.Select(part => part.Holding.Entity.Name).ToArray(), isAll, traces.Ids.Concat(traces.Touched).ToArray(),
            string.Join('|', new[] { traces.Reach, traces.Whole }.OfType<string>().DefaultIfEmpty("$a")));
        if (gone > 0)
            erased.Add(new("Kernel", "audit-values", gone));
    }

    /// <summary>Addresses and numbers wherever else somebody wrote them.</summary>
    private async Task Mentions(Traces traces, CancellationToken ct)
    {
        if (traces.Everywhere is not { } pattern)
            return;
        foreach (var table in tables.All)
        {
            var sealedColumns = evidence.FirstOrDefault(one => one.Table == table.Table)?.Columns.Split(", ") ?? [];
            var texts = table.Columns.Where(column => column is { IsKey: false, IsComputed: false } && column.IsText && !sealedColumns.Contains(column.Name) && table.Holding.Kept?.Properties.Contains(column.Property) is not true).Select(column => column.Name).ToArray();
            if (texts.Length > 0)
                await session.Execute("select kernel.strike($1::regclass, $2, $3, 'gi')", ct, table.Table, texts, pattern);
        }
    }

    private async Task<string> Struck(string text, Traces traces, CancellationToken ct)
    {
        foreach (var (pattern, flags) in new[] { (traces.Reach, "gi"), (traces.Whole, "gi"), (traces.Parts, "g") })
        {
            if (pattern is not null)
                text = (await session.Rows("select regexp_replace($1, $2, '[poistettu]', $3)", row => row.GetString(0), ct, text, pattern, flags))[0];
        }

        return text;
    }
}
