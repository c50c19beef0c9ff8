namespace Karelia.Crm.Accounts;

/// <summary>A person as other modules join it: the published view <c>accounts.contact_card</c>, without restricted and erased people.</summary>
public sealed class ContactCard
{
    public Guid Id { get; init; }
    public required string LastName { get; init; }
    public required string FirstNames { get; init; }
    public string? CalledName { get; init; }

    /// <summary>Sorts in Finnish order.</summary>
    public required string SortName { get; init; }

    /// <summary>Folded names: lower case, no accents, w as v. Compare with <c>accounts.fold(text)</c>.</summary>
    public required string SearchText { get; init; }
    public required string Language { get; init; }
    public string? Town { get; init; }

    /// <summary>The primary address.</summary>
    public string? Email { get; init; }

    /// <summary>Whether mail to the primary address comes back.</summary>
    public bool IsUndeliverable { get; init; }
    public bool IsPassive { get; init; }
    public DateTimeOffset UpdatedAt { get; init; }
}

/// <summary>Codes of the roles in the cooperation.</summary>
public static class ContactRoles
{
    public const string Customer = "customer";
    public const string Partner = "partner";
    public const string Alumnus = "alumnus";
    public const string Expert = "expert";
    public const string RdiContact = "rdi-contact";
    public const string InternshipContact = "internship-contact";
    public const string ThesisContact = "thesis-contact";
    public const string Participant = "participant";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Customer, Partner, Alumnus, Expert, RdiContact, InternshipContact, ThesisContact, Participant];
}

/// <summary>Codes of the legal bases of GDPR art. 6.1.</summary>
public static class LegalBases
{
    public const string Consent = "consent";
    public const string Contract = "contract";
    public const string LegalObligation = "legal-obligation";
    public const string PublicTask = "public-task";
    public const string LegitimateInterest = "legitimate-interest";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Consent, Contract, LegalObligation, PublicTask, LegitimateInterest];
}
