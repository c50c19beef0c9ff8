namespace Karelia.Crm.Consent.Preferences;

/// <summary>Objections to direct marketing (GDPR art. 21): they work at once, for a passive person too, and only the person takes them back.</summary>
internal sealed class Objections(ConsentDb db, CurrentUser user, TimeProvider clock)
{
    /// <summary>The person objects; what was objected before stands as it is. <paramref name="source"/>: staff, public-page, letter ...</summary>
    public async Task Object(Guid contactId, string reason, string source, CancellationToken ct)
    {
        if (await Standing(contactId, ct) is null)
            db.Blocks.Add(new() { ContactId = contactId, Kind = Block.Objection, Reason = reason.Trim(), Source = source.Trim(), SetAt = clock.Now(), SetById = user.Id, SetBy = user.Name });
    }

    /// <summary>The person takes the objection back. 409 when there is none.</summary>
    public async Task TakeBack(Guid contactId, string reason, CancellationToken ct)
    {
        var objection = await Standing(contactId, ct) ?? throw new Refusal("no-objection", detail: "The person has not objected to direct marketing.");
        (objection.LiftedAt, objection.LiftedBy, objection.LiftedReason) = (clock.Now(), user.Name, reason.Trim());
        // The officer may have recorded it as an objection to the purpose.
        if (await db.Set<Withdrawal.Objection>().FirstOrDefaultAsync(o => o.ContactId == contactId && o.Purpose == Kernel.Purposes.Communication && o.LiftedAt == null, ct) is { } recorded)
            (recorded.LiftedAt, recorded.LiftedBy) = (objection.LiftedAt, user.Name);
    }

    /// <summary>The objection that stands, though this very command made it.</summary>
    public async Task<Block?> Standing(Guid contactId, CancellationToken ct) =>
        db.Blocks.Local.SingleOrDefault(b => b.ContactId == contactId && b.Kind == Block.Objection && b.LiftedAt == null)
        ?? await db.Blocks.SingleOrDefaultAsync(b => b.ContactId == contactId && b.Kind == Block.Objection && b.LiftedAt == null, ct);
}
