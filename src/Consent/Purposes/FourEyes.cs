using Microsoft.Extensions.Configuration;

namespace Karelia.Crm.Consent.Purposes;

/// <summary>Whether another person than the proposer must approve what the register erases and tells: the setting <c>Officer:FourEyes</c>, off by default.</summary>
internal sealed class FourEyes(IConfiguration settings)
{
    public void Check(Guid proposedBy, CurrentUser user)
    {
        if (proposedBy == user.Id && settings.GetValue("Officer:FourEyes", false))
            throw new Refusal("four-eyes", detail: "Another person than who proposed it must approve it.");
    }
}
