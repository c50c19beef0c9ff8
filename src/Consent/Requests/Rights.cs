using Karelia.Crm.Accounts;
using Karelia.Crm.Consent.Purposes;

namespace Karelia.Crm.Consent.Requests;

/// <summary>Which rights a basis gives (requirement 74; GDPR art. 15-21 and 7.3).</summary>
internal static class Rights
{
    private static readonly Dictionary<string, string[]> given = new()
    {
        [LegalBases.Consent] = [RequestKinds.Access, RequestKinds.Rectification, RequestKinds.Erasure, RequestKinds.Restriction, RequestKinds.Portability, RequestKinds.Withdrawal],
        [LegalBases.Contract] = [RequestKinds.Access, RequestKinds.Rectification, RequestKinds.Erasure, RequestKinds.Restriction, RequestKinds.Portability],
        [LegalBases.LegitimateInterest] = [RequestKinds.Access, RequestKinds.Rectification, RequestKinds.Erasure, RequestKinds.Restriction, RequestKinds.Objection],
        [LegalBases.LegalObligation] = [RequestKinds.Access, RequestKinds.Rectification, RequestKinds.Restriction],
        [LegalBases.PublicTask] = [RequestKinds.Access, RequestKinds.Rectification, RequestKinds.Restriction, RequestKinds.Objection],
    };

    /// <summary>The kinds of requests that a basis gives the right to.</summary>
    public static IReadOnlyList<string> GivenBy(string basis) => given.GetValueOrDefault(basis) ?? [];

    /// <summary>Whether the basis gives the right.</summary>
    public static bool Gives(string basis, string kind) => GivenBy(basis).Contains(kind);

    /// <summary>
    /// What the person's bases say of the right. Access and rectification belong to everybody, and so does an objection to direct marketing; of somebody whose data
    /// no purpose needs any more all of it may be asked away.
    /// </summary>
    public static RightGiven Of(string kind, IReadOnlyList<ActivePurpose> purposes)
    {
        var bases = purposes.Select(purpose => new BasisSays(purpose.Purpose, purpose.Basis, Gives(purpose.Basis, kind), Condition(purpose.Basis, kind))).ToList();
        var byPurpose = bases.Count(basis => basis.Gives);
        var reason = (byPurpose, bases.Count, kind) switch
        {
            ( > 0, var all, _) when byPurpose == all => "all-purposes",
            ( > 0, _, _) => "some-purposes",
            (_, _, RequestKinds.Access or RequestKinds.Rectification) => "always",
            (_, _, RequestKinds.Objection) => "direct-marketing",
            (_, 0, RequestKinds.Erasure or RequestKinds.Restriction) => "no-purpose",
            _ => "not-given",
        };
        return new(reason != "not-given", reason, bases);
    }

    /// <summary>What must hold besides; null: nothing.</summary>
    public static string? Condition(string basis, string kind) =>
        (basis, kind) is (LegalBases.LegitimateInterest, RequestKinds.Erasure) ? "after-objection-or-unneeded" : null;
}

/// <summary>Whether the person has the right. <c>reason</c>: all-purposes, some-purposes, always, direct-marketing, no-purpose or not-given.</summary>
internal sealed record RightGiven(bool Applies, string Reason, IReadOnlyList<BasisSays> Bases);

/// <summary>What one purpose's basis says of the right; <c>condition</c> is what must hold besides.</summary>
internal sealed record BasisSays(string Purpose, string Basis, bool Gives, string? Condition);
