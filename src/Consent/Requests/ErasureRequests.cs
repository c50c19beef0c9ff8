using Karelia.Crm.Consent.Erasure;
using Karelia.Crm.Kernel.Mail;

namespace Karelia.Crm.Consent.Requests;

/// <summary>An erasure carries out every request for it, whichever way the officer came to it. The letters leave with it: afterwards nobody knows where to.</summary>
internal sealed class ErasureRequests(ConsentDb db, RequestFiles files, Letters letters, Mailbox mailbox, CurrentUser user, TimeProvider clock)
{
    /// <summary>The requests that are open, with the address to answer to: to be asked before anything is erased.</summary>
    public async Task<List<(DataSubjectRequest Request, string? To)>> Open(Guid[] ids, CancellationToken ct)
    {
        var open = new List<(DataSubjectRequest, string?)>();
        foreach (var request in await db.Requests.Include(r => r.Steps).Where(r =>
            r.Kind == RequestKinds.Erasure && ids.Contains(r.ContactId!.Value) && r.Decision != Decisions.Refused && r.State != RequestStates.CarriedOut && r.State != RequestStates.Answered).ToListAsync(ct))
            open.Add((request, await files.AddressOf(request, ct)));
        return open;
    }

    public async Task CarryOut(List<(DataSubjectRequest Request, string? To)> open, ErasureDone erased, CancellationToken ct)
    {
        foreach (var (request, to) in open)
        {
            request.Erased(erased.CertificateId, user, clock.Now());
            if (to is null)
                continue;
            var letter = letters.Answer(request, kept: [.. erased.Kept.Select(kept => new KeptPart(kept.Category, kept.Law, kept.Until))]);
            await mailbox.Send(new(to, letter.Subject, letter.Text), ct);
            request.Close(null, user, clock.Now());
        }
    }
}
