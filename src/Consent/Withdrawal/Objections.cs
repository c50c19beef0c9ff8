namespace Karelia.Crm.Consent.Withdrawal;

/// <summary>Notes that a person objects; the same moment the purpose is no longer active, and what rested on it alone waits for erasure.</summary>
internal sealed class Objections(ConsentDb db, Preferences.Objections marketing, CurrentUser user, TimeProvider clock)
{
    /// <summary>Nothing happens when the person objected before.</summary>
    public async Task<Objection> Object(Guid contactId, string purpose, string reason, CancellationToken ct)
    {
        var known = await db.Set<Objection>().FirstOrDefaultAsync(o => o.ContactId == contactId && o.Purpose == purpose && o.LiftedAt == null, ct);
        if (known is null)
            db.Add(known = new() { ContactId = contactId, Purpose = purpose, Reason = reason, At = clock.Now(), ById = user.Id, By = user.Name });
        // What may be sent is asked of the blocks alone.
        if (purpose == Kernel.Purposes.Communication)
            await marketing.Object(contactId, reason, "staff", ct);
        return known;
    }
}
