using System.Text.RegularExpressions;
using Karelia.Crm.Accounts.Contacts;

namespace Karelia.Crm.Accounts.Accounts;

/// <summary>What is right in an organisation's fields, said once for all messages.</summary>
internal static partial class AccountCodes
{
    public static readonly string[] Kinds = ["company", "public-body", "association", "educational", "other"];
    public static readonly string[] Relationships = ["customer", "partner", "network", "stakeholder"];
    public static readonly string[] CustomerKinds = ["research", "service-business", "rdi"];
    public static readonly string[] SizeClasses = ["micro", "small", "medium", "large"];
    public static readonly string[] AddressKinds = ["postal", "visiting", "billing"];

    /// <summary>A Finnish business id with its check digit (weights 7, 9, 10, 5, 8, 4, 2; remainder 1 is never given).</summary>
    public static bool IsBusinessId(string? typed)
    {
        if (typed is null || !BusinessIdShape().IsMatch(typed))
            return false;
        int[] weights = [7, 9, 10, 5, 8, 4, 2];
        var rest = weights.Select((weight, i) => weight * (typed[i] - '0')).Sum() % 11;
        return rest != 1 && (rest == 0 ? 0 : 11 - rest) == typed[8] - '0';
    }

    /// <summary>As the register writes it: seven digits, a hyphen, the check digit. What is none stays as typed.</summary>
    public static string BusinessId(string typed)
    {
        var digits = string.Concat(typed.Where(char.IsAsciiDigit));
        if (typed.StartsWith("FI", StringComparison.OrdinalIgnoreCase) || typed.Trim().All(c => char.IsAsciiDigit(c) || c is '-' or ' '))
            return digits.Length is 7 or 8 ? $"{digits.PadLeft(8, '0')[..7]}-{digits[^1]}" : typed.Trim();
        return typed.Trim();
    }

    public static IRuleBuilderOptions<T, string?> IsBusinessId<T>(this IRuleBuilder<T, string?> rule) =>
        rule.MaximumLength(20).Must(typed => typed is null || IsBusinessId(BusinessId(typed))).WithMessage("This is not a Finnish business id: seven digits, a hyphen and the right check digit.");

    /// <summary>TOL 2008: two to five digits.</summary>
    public static IRuleBuilderOptions<T, string?> IsIndustry<T>(this IRuleBuilder<T, string?> rule) =>
        rule.HasShape("^[0-9]{2,5}$").WithMessage("An industry is a TOL 2008 code of two to five digits.");

    public static IRuleBuilderOptions<T, string?> IsWebsite<T>(this IRuleBuilder<T, string?> rule) => rule.MaximumLength(300)
        .Must(address => address is null || (Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")).WithMessage("A web address begins with https://.");

    public static IRuleBuilderOptions<T, string?> IsPhone<T>(this IRuleBuilder<T, string?> rule) =>
        rule.MaximumLength(PhoneNumber.Longest).Must(number => number is null || PhoneNumber.IsPossible(number)).WithMessage("This is not a phone number.");

    [GeneratedRegex("^[0-9]{7}-[0-9]$", RegexOptions.CultureInvariant, 200)]
    private static partial Regex BusinessIdShape();
}

internal sealed class AccountAddressRules : AbstractValidator<AccountAddressLine>
{
    public AccountAddressRules()
    {
        RuleFor(a => a.Kind).NotNull().IsOneOf(AccountCodes.AddressKinds);
        this.AddAddressRules(a => a.Street, a => a.PostalCode, a => a.Town, a => a.Country);
    }
}

internal sealed class EInvoiceRules : AbstractValidator<EInvoiceLine>
{
    public EInvoiceRules()
    {
        RuleFor(e => e.Identifier).NotEmpty().MaximumLength(35).HasShape("^[A-Za-z0-9:. -]+$").WithMessage("An e-invoice address is an OVT code or an IBAN.");
        RuleFor(e => e.Operator).NotEmpty().MaximumLength(35).HasShape("^[A-Za-z0-9]+$").WithMessage("The operator's code has letters and digits only.");
    }
}
