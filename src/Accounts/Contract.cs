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
    public string? PostalCode { get; init; }
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

/// <summary>Codes of the status of the cooperation.</summary>
public static class CooperationStatuses
{
    /// <summary>prospective, active, dormant, ended.</summary>
    public static IReadOnlyList<string> All { get; } = ["prospective", "active", "dormant", "ended"];
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

/// <summary>A kind of entries of the timeline that is not for everyone; a module registers its own.</summary>
public sealed record TimelineSecret(string Kind, params IReadOnlyList<string> OnlyFor);

/// <summary>People in bulk, for imports: found, compared, written and taken back by set, never one by one.</summary>
public interface IContactImports
{
    /// <summary>The contacts of e-mail addresses (lower case); erased and merged ones are unknown.</summary>
    Task<ILookup<string, KnownContact>> ByEmail(IEnumerable<string> addresses, CancellationToken ct);

    /// <summary>Contacts by id; erased and merged ones are unknown.</summary>
    Task<IReadOnlyDictionary<Guid, KnownContact>> ById(IEnumerable<Guid> ids, CancellationToken ct);

    /// <summary>The contacts of whole names, written <c>Last First</c>.</summary>
    Task<ILookup<string, KnownContact>> ByName(IEnumerable<string> names, CancellationToken ct);

    /// <summary>Whether writing the draft would change the contact.</summary>
    bool IsNews(KnownContact contact, ContactDraft draft);

    /// <summary>Writes drafts: those of unknown contacts as new people, the others onto the contact. Empty fields clear nothing.</summary>
    Task Write(IReadOnlyList<ContactDraft> drafts, IReadOnlyDictionary<Guid, KnownContact> known, Kernel.Imports.ImportJournal journal, DateTimeOffset now, CancellationToken ct);

    /// <summary>Takes journaled changes back. Answers how many.</summary>
    Task<int> TakeBack(IReadOnlyList<Kernel.Imports.ImportChange> changes, CancellationToken ct);

    /// <summary>Those of the contacts that were edited after an import made them.</summary>
    Task<IReadOnlyList<Guid>> Edited(Guid[] made, CancellationToken ct);

    /// <summary>Mail to the address comes back since then.</summary>
    Task MarkUndeliverable(Guid contact, string address, DateTimeOffset since, CancellationToken ct);

    /// <summary>Empties contacts: names, addresses and roles go, the id stays as a tombstone.</summary>
    Task Empty(Guid[] contacts, DateTimeOffset now, CancellationToken ct);
}

/// <summary>A contact as the register has it, for comparing.</summary>
public sealed record KnownContact(
    Guid Id, string LastName, string FirstNames, string? CalledName, string Language, string? Street, string? PostalCode, string? Town,
    bool IsPassive, bool IsRestricted, long Version, DateTimeOffset UpdatedAt, string[] Emails, string[] Phones, string[] Roles)
{
    internal string? Country { get; init; }
    internal string? SourceId { get; init; }
}

/// <summary>A person as a sheet tells of it. Null says nothing.</summary>
public sealed record ContactDraft(Guid Id)
{
    public string? LastName { get; init; }
    public string? FirstNames { get; init; }
    public string? CalledName { get; init; }
    public string? Language { get; init; }
    public string? Street { get; init; }
    public string? PostalCode { get; init; }
    public string? Town { get; init; }
    public string? Email { get; init; }
    public IReadOnlyList<string> Phones { get; init; } = [];

    /// <summary>The roles that the sheet gives.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];
    public string Basis { get; init; } = LegalBases.Consent;
    public string Source { get; init; } = "";
    public DateOnly RoleFrom { get; init; }
    internal string? Country { get; init; }
    internal string? SourceId { get; init; }

    /// <summary>Whether the address and the numbers are personal or of work.</summary>
    internal string ReachKind { get; init; } = "personal";

    /// <summary>Whether something beside the draft changes of the person, so that the version is raised.</summary>
    internal bool Touches { get; init; }
}

/// <summary>How e-mail addresses and phone numbers are written in the register.</summary>
public static class ContactWriting
{
    /// <summary>Whether a text is one e-mail address.</summary>
    public static bool IsEmail(string address) => Contacts.ContactRules.IsEmail(address);

    /// <summary>E.164 where the text can be read as a number; a number without a country is Finnish.</summary>
    public static string Phone(string typed) => Contacts.PhoneNumber.Normalize(typed);

    /// <summary>Whether a text can be a phone number.</summary>
    public static bool IsPhone(string typed) => Contacts.PhoneNumber.IsPossible(typed);
}
