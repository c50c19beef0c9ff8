using System.Linq.Expressions;
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

    /// <summary>What is right in a postal address.</summary>
    public static void AddAddressRules<T>(
        this AbstractValidator<T> rules, Expression<Func<T, string?>> street, Expression<Func<T, string?>> postalCode, Expression<Func<T, string?>> town, Expression<Func<T, string?>> country)
    {
        rules.RuleFor(street).MaximumLength(200).IsPlainText();
        rules.RuleFor(postalCode).MaximumLength(20).IsPlainText();
        rules.RuleFor(town).MaximumLength(100).IsPlainText();
        rules.RuleFor(country).HasShape("^[A-Z]{2}$").WithMessage("The country is an ISO 3166-1 code of two letters, such as FI.");
    }

    /// <summary>RFC 5321 4.5.3.1.3.</summary>
    public const int LongestEmail = 254;

    /// <summary>One address of the form name@host.domain, without a display name.</summary>
    public static bool IsEmail(string? address) =>
        address is { Length: <= LongestEmail } && EmailShape().IsMatch(address) && MailAddress.TryCreate(address, out var parsed) && parsed.Address == address;

    [GeneratedRegex(@"^[^\s@<>(),;:""\\]+@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$", RegexOptions.CultureInvariant, 200)]
    private static partial Regex EmailShape();
}

internal sealed class AddressRules : AbstractValidator<AddressLines>
{
    public AddressRules() => this.AddAddressRules(a => a.Street, a => a.PostalCode, a => a.Town, a => a.Country);
}

internal sealed class EmailRules : AbstractValidator<EmailLine>
{
    public EmailRules()
    {
        RuleFor(e => e.Address).MaximumLength(ContactRules.LongestEmail).Must(address => ContactRules.IsEmail(address?.Trim())).WithMessage("This is not an e-mail address.");
        RuleFor(e => e.Kind).IsKind();
        RuleFor(e => e.UndeliverableSince).Null();
    }
}

internal sealed class PhoneRules : AbstractValidator<PhoneLine>
{
    public PhoneRules()
    {
        RuleFor(p => p.Number).MaximumLength(PhoneNumber.Longest).Must(PhoneNumber.IsPossible).WithMessage("This is not a phone number.");
        RuleFor(p => p.Kind).IsKind();
    }
}
