using System.Net.Mail;
using System.Text.RegularExpressions;

namespace Karelia.Crm.Accounts.Contacts;

/// <summary>What is right in a person's fields, said once for all messages.</summary>
internal static partial class ContactRules
{
    public static readonly string[] Languages = ["fi", "sv", "en"];
    public static readonly string[] Kinds = ["personal", "work"];

    public static IRuleBuilderOptions<T, string> IsName<T>(this IRuleBuilder<T, string> rule) => rule.NotEmpty().MaximumLength(100).IsPlainText()!;

    public static IRuleBuilderOptions<T, string?> IsLanguage<T>(this IRuleBuilder<T, string?> rule) =>
        rule.IsOneOf(Languages);

    public static IRuleBuilderOptions<T, string> IsKind<T>(this IRuleBuilder<T, string> rule) =>
        rule.NotNull().IsOneOf(Kinds)!;

    public static IRuleBuilderOptions<T, IReadOnlyList<TItem>?> HasOnePrimary<T, TItem>(this IRuleBuilder<T, IReadOnlyList<TItem>?> rule, Func<TItem, bool> isPrimary) =>
        rule.Must(list => list is null || list.Count(item => item is not null && isPrimary(item)) <= 1).WithMessage("Only one can be the primary.");

    /// <summary>One address of the form name@host.domain, without a display name.</summary>
    public static bool IsEmail(string? address) =>
        address is { Length: <= 254 } && EmailShape().IsMatch(address) && MailAddress.TryCreate(address, out var parsed) && parsed.Address == address;

    [GeneratedRegex(@"^[^\s@<>(),;:""\\]+@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$", RegexOptions.CultureInvariant, 200)]
    private static partial Regex EmailShape();
}

internal sealed class AddressRules : AbstractValidator<AddressLines>
{
    public AddressRules()
    {
        RuleFor(a => a.Street).MaximumLength(200).IsPlainText();
        RuleFor(a => a.PostalCode).MaximumLength(20).IsPlainText();
        RuleFor(a => a.Town).MaximumLength(100).IsPlainText();
        RuleFor(a => a.Country).Matches("^[A-Z]{2}$").WithMessage("The country is an ISO 3166-1 code of two letters, such as FI.");
    }
}

internal sealed class EmailRules : AbstractValidator<EmailLine>
{
    public EmailRules()
    {
        RuleFor(e => e.Address).Must(address => ContactRules.IsEmail(address?.Trim())).WithMessage("This is not an e-mail address.");
        RuleFor(e => e.Kind).IsKind();
        RuleFor(e => e.UndeliverableSince).Null();
    }
}

internal sealed class PhoneRules : AbstractValidator<PhoneLine>
{
    public PhoneRules()
    {
        RuleFor(p => p.Number).Must(PhoneNumber.IsPossible).WithMessage("This is not a phone number.");
        RuleFor(p => p.Kind).IsKind();
    }
}
