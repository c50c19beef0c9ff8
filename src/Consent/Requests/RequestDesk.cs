namespace Karelia.Crm.Consent.Requests;

/// <summary>Where requests come in, whatever way they come.</summary>
internal sealed class RequestDesk(ConsentDb db, DbSession session, Preferences.Objections objections, CurrentUser user, TimeProvider clock)
{
    /// <summary>
    /// Notes a request in the caller's transaction; the clock starts. The kind is one of <see cref="RequestKinds"/>, the channel public, staff or link; the person is
    /// named when it is known who asks, the time of receipt when it came before it was written down.
    /// </summary>
    public async Task<Guid> Receive(
        string kind, string channel, string? name, string? email, string? message, string language, Guid? contactId, CancellationToken ct, DateTimeOffset? receivedAt = null)
    {
        var now = clock.Now();
        var request = DataSubjectRequest.Receive(
            kind, channel, Plain(name), Plain(email)?.ToLowerInvariant(), Plain(message), language == "en" ? "en" : "fi", receivedAt?.ToMicroseconds() ?? now, user, now);
        db.Requests.Add(request);
        if (contactId is { } person)
            await Match(request, person, ct);
        return request.Id;
    }

    /// <summary>Says which person asks. What was logged of the request before goes with the person from now on, to be erased with it.</summary>
    public async Task Match(DataSubjectRequest request, Guid contactId, CancellationToken ct)
    {
        request.Match(contactId, user, clock.Now());
        await session.Execute(
            "update kernel.audit_values v set contact_id = $2 from kernel.audit_entries e where e.id = v.entry_id and e.entity_id = $1 and v.contact_id is distinct from $2", ct, request.Id, contactId);
        if (request.Kind == RequestKinds.Objection)
            await StopMarketing(contactId, ct);
    }

    /// <summary>An objection to direct marketing holds at once, without deciding anything (art. 21.3).</summary>
    public async Task StopMarketing(Guid contactId, CancellationToken ct)
    {
        await session.Execute("select id from accounts.contacts where id = $1 for no key update", ct, contactId);
        await objections.Object(contactId, "Vastustamisoikeus, tietosuoja-asetus 21 art.", "request", ct);
    }

    private static string? Plain(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
