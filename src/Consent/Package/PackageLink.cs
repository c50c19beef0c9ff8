using Karelia.Crm.Accounts;
using Karelia.Crm.Consent.Links;
using Karelia.Crm.Consent.Requests;

namespace Karelia.Crm.Consent.Package;

/// <summary>The way of a package to its person: the link in the answer asks for a code from the mail, and then leads to the files for a short time.</summary>
internal sealed class PackageLink(PersonalLinks links, ConsentDb db, DbSession session, TimeProvider clock)
{
    public const string ToPage = "package";
    public const string ToFiles = "package-files";
    public static readonly TimeSpan PageLife = TimeSpan.FromDays(14);
    public static readonly TimeSpan FilesLife = TimeSpan.FromMinutes(30);

    public static string Root(string language) => language == "en" ? "/en/your-data" : "/tietosi";

    /// <summary>The address for the letter.</summary>
    public async Task<string> Make(DataSubjectRequest request, CancellationToken ct) =>
        links.Address($"{Root(request.Language)}/{await links.Make(ToPage, request.Id, PageLife, ct)}");

    /// <summary>The request that the link is of. 404 when there is none, 409 when its time is over.</summary>
    public async Task<DataSubjectRequest> Open(string purpose, string token, CancellationToken ct)
    {
        var link = await links.Look(purpose, token, ct) ?? throw Refusal.Unknown();
        if (link.ExpiresAt <= clock.GetUtcNow())
            throw new Refusal("link-expired", detail: "The time of this link is over. Ask for a new one.");
        return await db.Requests.SingleOrDefaultAsync(r => r.Id == link.SubjectId && r.ContactId != null, ct) ?? throw Refusal.Unknown();
    }

    /// <summary>The person of the request, though it be restricted: its data are its own.</summary>
    public async Task<KnownPerson> Person(DataSubjectRequest request, CancellationToken ct) => new(request.ContactId!.Value, false)
    {
        Ids = [request.ContactId.Value, .. await session.Rows("select id from accounts.contact_alias where contact_id = $1", row => row.GetGuid(0), ct, request.ContactId)],
    };
}
