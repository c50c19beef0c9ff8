using System.Security.Cryptography;
using Karelia.Crm.Consent.Links;

namespace Karelia.Crm.Consent.Package;

/// <summary>The code from the mail, for a link to the files.</summary>
[Allow(Role.Public)]
internal sealed record OpenPackage(string Token, string Code) : ICommand<OpenedPackage>;

/// <summary>Null when the code was wrong, too old or tried too often; an attempt is counted in every case.</summary>
internal sealed record OpenedPackage(string? FilesToken);

file sealed class Handler(PackageLink link, PersonalLinks links, ConsentDb db, DbSession session, TimeProvider clock) : IRequestHandler<OpenPackage, OpenedPackage>
{
    public async Task<OpenedPackage> Handle(OpenPackage command, CancellationToken ct)
    {
        var request = await link.Open(PackageLink.ToPage, command.Token, ct);
        // One after another: guesses beside each other would each be the first.
        await session.Execute("select id from consent.requests where id = $1 for update", ct, request.Id);
        if (await db.PackageCodes.Where(c => c.RequestId == request.Id).OrderByDescending(c => c.SentAt).FirstOrDefaultAsync(ct) is not { } code || !code.IsOpen(clock.GetUtcNow()))
            return new((string?)null);
        code.Attempts++;
        if (!CryptographicOperations.FixedTimeEquals(code.Hash, PackageCode.HashOf(request.Id, command.Code)))
            return new((string?)null);
        code.UsedAt = clock.Now();
        return new(await links.Make(PackageLink.ToFiles, request.Id, PackageLink.FilesLife, ct));
    }
}
