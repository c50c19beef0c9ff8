namespace Karelia.Crm.Consent.Retention;

/// <summary>A legal hold as its reader sees it.</summary>
internal sealed record LegalHoldLine(Guid Id, string Reason, DateTimeOffset SetAt, string SetBy, DateTimeOffset? LiftedAt, string? LiftReason)
{
    public static LegalHoldLine Of(LegalHold h) => new(h.Id, h.Reason, h.SetAt, h.SetBy, h.LiftedAt, h.LiftReason);
}

/// <summary>Whose data must not be erased just now.</summary>
internal sealed class LegalHolds(ConsentDb db)
{
    public Task<bool> Has(Guid contactId, CancellationToken ct) => db.Set<LegalHold>().AnyAsync(h => h.ContactId == contactId && h.LiftedAt == null, ct);

    /// <summary>409 while one stands.</summary>
    public async Task Refuse(Guid contactId, CancellationToken ct)
    {
        if (await Has(contactId, ct))
            throw new Refusal("legal-hold", detail: "A legal hold keeps the person's data: lift it first.");
    }
}
