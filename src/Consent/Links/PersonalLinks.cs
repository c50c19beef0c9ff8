using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;

namespace Karelia.Crm.Consent.Links;

/// <summary>Makes and reads links for one person's eyes: unguessable, for one purpose, for a time.</summary>
internal sealed class PersonalLinks(ConsentDb db, DbSession session, IConfiguration settings, TimeProvider clock)
{
    private readonly string site = (settings["Site:Address"] ?? "http://localhost:5080").TrimEnd('/');

    /// <summary>A token that holds for so long, saved with the command.</summary>
    public Task<string> Make(string purpose, Guid subject, TimeSpan life, CancellationToken ct)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var now = clock.Now();
        db.Links.Add(new() { Purpose = purpose, TokenHash = HashOf(token), SubjectId = subject, MadeAt = now, ExpiresAt = now + life });
        return Task.FromResult(token);
    }

    /// <summary>The address of a page of ours, for a mail: never from what a request said its host is.</summary>
    public string Address(string path) => site + path;

    /// <summary>The link, whatever became of it; null when there is none.</summary>
    public Task<PersonalLink?> Look(string purpose, string token, CancellationToken ct)
    {
        var hash = HashOf(token);
        return db.Links.AsNoTracking().SingleOrDefaultAsync(l => l.TokenHash == hash && l.Purpose == purpose, ct);
    }

    /// <summary>What a link that holds leads to.</summary>
    public async Task<Guid?> Find(string purpose, string token, CancellationToken ct) =>
        await Look(purpose, token, ct) is { UsedAt: null } link && link.ExpiresAt > clock.GetUtcNow() ? link.SubjectId : null;

    /// <summary>The same, once: of two who come at the same moment one gets it.</summary>
    public async Task<Guid?> Use(string purpose, string token, CancellationToken ct) => (await session.Rows(
        "update consent.links set used_at = $3 where token_hash = $1 and purpose = $2 and used_at is null and expires_at > $3 returning subject_id",
        row => (Guid?)row.GetGuid(0), ct, HashOf(token), purpose, clock.GetUtcNow())).SingleOrDefault();

    private static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
