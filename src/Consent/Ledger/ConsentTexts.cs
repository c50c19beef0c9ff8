using System.Security.Cryptography;
using System.Text;

namespace Karelia.Crm.Consent.Ledger;

/// <summary>The words that people agree to, each kept once.</summary>
internal sealed class ConsentTexts(DbSession session)
{
    public async Task<Guid> Keep(string text, DateTimeOffset now, CancellationToken ct)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        await session.Execute(
            "insert into consent.texts (id, text, sha256, first_seen_at) values ($1, $2, $3, $4) on conflict (sha256) do nothing", ct, Guid.CreateVersion7(), text, hash, now);
        return (await session.Rows("select id from consent.texts where sha256 = $1", row => row.GetGuid(0), ct, hash))[0];
    }
}
