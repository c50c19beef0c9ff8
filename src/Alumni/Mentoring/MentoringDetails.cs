using Karelia.Crm.Accounts;

namespace Karelia.Crm.Alumni.Mentoring;

/// <summary>A mentor, the student's topic and initials, when and how far.</summary>
internal sealed record MentoringDetails(
    Guid Id, Guid ContactId, string Name, string Topic, string? Mentee, DateOnly StartsOn, DateOnly? EndsOn, string State, string? Note, DateTimeOffset UpdatedAt, long Version) : IVersioned, IShowsPeople
{
    public static MentoringDetails Of(MentoringPair m, ContactCard card) => new(
        m.Id, m.ContactId, $"{card.LastName} {card.CalledName ?? card.FirstNames}", m.Topic, m.Mentee, m.StartsOn, m.EndsOn, m.State, m.Note, m.UpdatedAt, m.Version);

    public IEnumerable<Guid> ShownPeople() => [ContactId];
}

/// <summary>What is right in a pair's fields, said once for all messages.</summary>
internal static class MentoringRules
{
    public static IRuleBuilderOptions<T, string?> AreInitials<T>(this IRuleBuilder<T, string?> rule) =>
        rule.MaximumLength(12).HasShape(@"^(\p{Lu}[. -]{0,2}){1,4}$").WithMessage("Initials alone, such as A.E.");
}
