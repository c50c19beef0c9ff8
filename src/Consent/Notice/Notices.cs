using System.Text.Json;

namespace Karelia.Crm.Consent.Notice;

/// <summary>Notices as they were published, and as one would be now.</summary>
internal sealed class Notices(ConsentDb db, NoticeWriter writer)
{
    /// <summary>The published one, or before the first publication what the register says now. 404 when there is no such version.</summary>
    public async Task<PrivacyNotice> Read(string language, int? number, CancellationToken ct)
    {
        var versions = db.Set<NoticeVersion>().AsNoTracking();
        var version = number is null ? await versions.OrderByDescending(v => v.Number).FirstOrDefaultAsync(ct) : await versions.FirstOrDefaultAsync(v => v.Number == number, ct) ?? throw Refusal.Unknown();
        return version is null ? await writer.Write(language, ct) : Of(version, language);
    }

    public async Task<NoticeVersion?> Published(CancellationToken ct) => await db.Set<NoticeVersion>().AsNoTracking().OrderByDescending(v => v.Number).FirstOrDefaultAsync(ct);

    public static PrivacyNotice Of(NoticeVersion version, string language) => JsonSerializer.Deserialize<PrivacyNotice>(language == "fi" ? version.Fi : version.En, JsonSerializerOptions.Web)!;
}
