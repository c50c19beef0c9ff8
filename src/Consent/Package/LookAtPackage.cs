using Karelia.Crm.Consent.Requests;

namespace Karelia.Crm.Consent.Package;

/// <summary>Whether a link still leads somewhere, before its page is shown.</summary>
[Allow(Role.Public)]
internal sealed record LookAtPackage(string Purpose, string Token) : IQuery<PackageAhead>;

internal sealed record PackageAhead(bool IsPortable);

file sealed class Handler(PackageLink link) : IRequestHandler<LookAtPackage, PackageAhead>
{
    public async Task<PackageAhead> Handle(LookAtPackage query, CancellationToken ct) => new((await link.Open(query.Purpose, query.Token, ct)).Kind == RequestKinds.Portability);
}
