using Karelia.Crm.Consent.Requests;

namespace Karelia.Crm.Consent.Package;

/// <summary>A file of the package, for the person itself.</summary>
[Allow(Role.Public)]
internal sealed record DownloadPackage(string Token, string Format) : IQuery<PackageFile>;

file sealed class Handler(PackageLink link, PackageFiles files) : IRequestHandler<DownloadPackage, PackageFile>
{
    public async Task<PackageFile> Handle(DownloadPackage query, CancellationToken ct)
    {
        var request = await link.Open(PackageLink.ToFiles, query.Token, ct);
        return !PackageFile.Formats.Contains(query.Format)
            ? throw Refusal.Unknown()
            : await files.Make(await link.Person(request, ct), query.Format, request.Kind == RequestKinds.Portability, request.Language, nameof(DownloadPackage), ct);
    }
}
