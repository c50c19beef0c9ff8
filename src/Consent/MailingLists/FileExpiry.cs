using Karelia.Crm.Consent.Disclosures;
using Microsoft.Extensions.Configuration;

namespace Karelia.Crm.Consent.MailingLists;

/// <summary>How long a list can be fetched: <c>MailingLists:FileDays</c>, 30 unless said otherwise. Who needs it later makes it anew, of those who may be written to then.</summary>
internal sealed class FileExpiry(IConfiguration settings, TimeProvider clock)
{
    private readonly int days = settings.GetValue("MailingLists:FileDays", 30);

    public DateTimeOffset Of(Disclosure list) => list.At.AddDays(days);

    /// <summary>410 when the time is over.</summary>
    public void RefuseIfOver(Disclosure list)
    {
        if (Of(list) <= clock.GetUtcNow())
            throw new Refusal("file-expired", StatusCodes.Status410Gone, $"A list can be fetched for {days} days. Make it anew: it then holds those who may be written to now.");
    }
}
