using Karelia.Crm.Accounts.Accounts;
using Karelia.Crm.Accounts.Contacts;

namespace Karelia.Crm.Accounts.Bulk;

/// <summary>Why a record is put aside or taken back into use.</summary>
internal sealed record Why(string Reason);

/// <summary>A role to give, with what it rests on.</summary>
internal sealed record RoleToGive(string Role, string Basis, string Source);

/// <summary>A role to end today.</summary>
internal sealed record RoleToEnd(string Role);

/// <summary>What to do with people: one of the members.</summary>
internal sealed record ContactsChange
{
    public Optional<string?> Status { get; init; }
    public Optional<Guid?> OwnerId { get; init; }
    public string? Language { get; init; }
    public Optional<string?> Town { get; init; }
    public Why? Passivate { get; init; }
    public Why? Activate { get; init; }
    public RoleToGive? GiveRole { get; init; }
    public RoleToEnd? EndRole { get; init; }

    public IEnumerable<BulkChange> All()
    {
        if (Status.IsSet)
            yield return new("status", Status.Value);
        if (OwnerId.IsSet)
            yield return new("ownerId", OwnerId.Value?.ToString());
        if (Language is not null)
            yield return new("language", Language);
        if (Town.IsSet)
            yield return new("town", BulkChange.Trimmed(Town.Value));
        if (Passivate is not null)
            yield return new BulkChange("passivate") { Reason = Passivate.Reason?.Trim() };
        if (Activate is not null)
            yield return new BulkChange("activate") { Reason = Activate.Reason?.Trim() };
        if (GiveRole is not null)
            yield return new("giveRole", GiveRole.Role) { Basis = GiveRole.Basis, Source = GiveRole.Source?.Trim() };
        if (EndRole is not null)
            yield return new("endRole", EndRole.Role);
    }
}

/// <summary>What to do with organisations: one of the members.</summary>
internal sealed record AccountsChange
{
    public Optional<string?> Status { get; init; }
    public Optional<Guid?> OwnerId { get; init; }
    public string? Kind { get; init; }
    public Optional<string?> Industry { get; init; }
    public Optional<string?> Municipality { get; init; }
    public Optional<string?> SizeClass { get; init; }
    public string? AddRelationship { get; init; }
    public string? RemoveRelationship { get; init; }
    public Why? Passivate { get; init; }
    public Why? Activate { get; init; }

    public IEnumerable<BulkChange> All()
    {
        foreach (var (field, value) in ((string, Optional<string?>)[])[("status", Status), ("industry", Industry), ("municipality", Municipality), ("sizeClass", SizeClass)])
        {
            if (value.IsSet)
                yield return new(field, BulkChange.Trimmed(value.Value));
        }

        if (OwnerId.IsSet)
            yield return new("ownerId", OwnerId.Value?.ToString());
        foreach (var (field, value) in ((string, string?)[])[("kind", Kind), ("addRelationship", AddRelationship), ("removeRelationship", RemoveRelationship)])
        {
            if (value is not null)
                yield return new(field, value);
        }

        if (Passivate is not null)
            yield return new BulkChange("passivate") { Reason = Passivate.Reason?.Trim() };
        if (Activate is not null)
            yield return new BulkChange("activate") { Reason = Activate.Reason?.Trim() };
    }
}

/// <summary>The one thing that a bulk operation does, as it is kept and shown.</summary>
internal sealed record BulkChange(string Field, string? Value = null)
{
    /// <summary>The owner's name.</summary>
    public string? Name { get; init; }
    public string? Reason { get; init; }
    public string? Basis { get; init; }
    public string? Source { get; init; }

    public static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

internal sealed class WhyRules : AbstractValidator<Why>
{
    public WhyRules() => RuleFor(w => w.Reason).NotEmpty().MaximumLength(500).IsPlainText();
}

internal sealed class RoleToGiveRules : AbstractValidator<RoleToGive>
{
    public RoleToGiveRules()
    {
        RuleFor(r => r.Role).NotNull().IsOneOf(ContactRoles.All);
        RuleFor(r => r.Basis).NotNull().IsOneOf(LegalBases.All);
        RuleFor(r => r.Source).NotEmpty().MaximumLength(200).IsPlainText();
    }
}

internal sealed class RoleToEndRules : AbstractValidator<RoleToEnd>
{
    public RoleToEndRules() => RuleFor(r => r.Role).NotNull().IsOneOf(ContactRoles.All);
}

internal sealed class ContactsChangeRules : AbstractValidator<ContactsChange>
{
    public ContactsChangeRules()
    {
        RuleFor(c => c).Must(c => c.All().Take(2).Count() == 1).WithMessage("Say one thing to do.").OverridePropertyName("");
        RuleFor(c => c.Status.Value).IsOneOf(CooperationStatuses.All).OverridePropertyName("Status");
        RuleFor(c => c.Language).IsLanguage();
        RuleFor(c => c.Town.Value).MaximumLength(100).IsPlainText(lines: false).OverridePropertyName("Town");
        RuleFor(c => c.Passivate!).SetValidator(new WhyRules()).When(c => c.Passivate is not null);
        RuleFor(c => c.Activate!).SetValidator(new WhyRules()).When(c => c.Activate is not null);
        RuleFor(c => c.GiveRole!).SetValidator(new RoleToGiveRules()).When(c => c.GiveRole is not null);
        RuleFor(c => c.EndRole!).SetValidator(new RoleToEndRules()).When(c => c.EndRole is not null);
    }
}

internal sealed class AccountsChangeRules : AbstractValidator<AccountsChange>
{
    public AccountsChangeRules()
    {
        RuleFor(c => c).Must(c => c.All().Take(2).Count() == 1).WithMessage("Say one thing to do.").OverridePropertyName("");
        RuleFor(c => c.Status.Value).IsOneOf(CooperationStatuses.All).OverridePropertyName("Status");
        RuleFor(c => c.Kind).IsOneOf(AccountCodes.Kinds);
        RuleFor(c => c.Industry.Value).IsIndustry().OverridePropertyName("Industry");
        RuleFor(c => c.Municipality.Value).MaximumLength(100).IsPlainText(lines: false).OverridePropertyName("Municipality");
        RuleFor(c => c.SizeClass.Value).IsOneOf(AccountCodes.SizeClasses).OverridePropertyName("SizeClass");
        RuleFor(c => c.AddRelationship).IsOneOf(AccountCodes.Relationships);
        RuleFor(c => c.RemoveRelationship).IsOneOf(AccountCodes.Relationships);
        RuleFor(c => c.Passivate!).SetValidator(new WhyRules()).When(c => c.Passivate is not null);
        RuleFor(c => c.Activate!).SetValidator(new WhyRules()).When(c => c.Activate is not null);
    }
}
