namespace Karelia.Crm.Consent;

/// <summary>What a consent can be for: a processing of data, or messages about a topic in a channel (<c>email.alumni</c>).</summary>
public static class ConsentPurposes
{
    public const string Alumni = "alumni";
    public const string ExpertPool = "expert-pool";

    /// <summary>The alumni letter and other messages to alumni.</summary>
    public const string AlumniMessages = "email.alumni";

    /// <summary>Invitations to events.</summary>
    public const string EventInvitations = "email.events";

    /// <summary>Messages: channel and topic.</summary>
    public static string Messages(string channel, string topic) => $"{channel}.{topic}";

    /// <summary>Messages in each channel about each topic.</summary>
    public static IReadOnlyList<string> AllMessages { get; } = [.. Channels.All.SelectMany(channel => Topics.All.Select(topic => Messages(channel, topic)))];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Alumni, ExpertPool, .. AllMessages];
}

/// <summary>How one is reached.</summary>
public static class Channels
{
    public const string Email = "email";
    public const string Sms = "sms";
    public const string Phone = "phone";
    public const string Post = "post";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Email, Sms, Phone, Post];
}

/// <summary>What messages are about.</summary>
public static class Topics
{
    public const string Newsletter = "newsletter";
    public const string Events = "events";
    public const string Training = "training";
    public const string Alumni = "alumni";
    public const string Partnership = "partnership";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Newsletter, Events, Training, Alumni, Partnership];
}

/// <summary>Consents one by one, as staff record them.</summary>
public interface IConsents
{
    /// <summary>Records a consent as the ledger's own operation does, with its refusals.</summary>
    Task Give(Guid contactId, string purpose, ConsentEvidence evidence, CancellationToken ct);
}

/// <summary>What proves what a person said: how it came, the words, when, and a signed file by its name and SHA-256. The file itself stays where it is archived.</summary>
public record ConsentEvidence(string Source, string? Text = null, DateTimeOffset? At = null)
{
    public string? FileName { get; init; }
    public string? FileSha256 { get; init; }
}

/// <summary>The shape of evidence.</summary>
public sealed class ConsentEvidenceRules(TimeProvider clock) : ConsentEvidenceRules<ConsentEvidence>(clock);

/// <summary>The same, for messages that are evidence themselves.</summary>
public abstract class ConsentEvidenceRules<T> : AbstractValidator<T> where T : ConsentEvidence
{
    /// <summary>Nothing is said in the future.</summary>
    protected ConsentEvidenceRules(TimeProvider clock)
    {
        RuleFor(c => c.FileName).MaximumLength(200).IsPlainText(lines: false);
        RuleFor(c => c.FileSha256).HasShape("^[0-9a-f]{64}$").WithMessage("A SHA-256 is 64 digits of hex in lower case.");
        RuleFor(c => c.Source).NotEmpty().MaximumLength(200).IsPlainText();
        RuleFor(c => c.Text).MaximumLength(4000).IsPlainText();
        RuleFor(c => c.At).GreaterThan(new DateTimeOffset(1990, 1, 1, 0, 0, 0, TimeSpan.Zero)).Must(at => at is null || at <= clock.GetUtcNow().AddMinutes(5)).WithMessage("This lies in the future.");
    }
}

/// <summary>Asking people to renew a consent.</summary>
public interface IRenewals
{
    /// <summary>
    /// Mails people a link to their own page, where they renew the consent or end it, and until which day it is good: the first of them who may get a service message about
    /// the topic, in their order. Answers whom.
    /// </summary>
    Task<IReadOnlyList<Guid>> Ask(string purpose, string topic, IReadOnlyList<(Guid ContactId, DateOnly ValidUntil)> people, int most, CancellationToken ct);
}

/// <summary>Consents in bulk, for imports.</summary>
public interface IConsentImports
{
    /// <summary>What holds for people: consents by purpose, and the blocks.</summary>
    Task<IReadOnlyDictionary<Guid, ConsentStanding>> Of(IReadOnlyCollection<Guid> contacts, CancellationToken ct);

    /// <summary>
    /// Adds consents that a sheet proves to the ledger. What the ledger has already, with the same words and time, is not added again; nor is one without a time where
    /// the consent holds. Never call it for what <see cref="ConsentStanding.Forbids"/>.
    /// </summary>
    Task Give(IReadOnlyList<GivenConsent> consents, IReadOnlySet<Guid> made, Kernel.Imports.ImportSheet sheet, string source, CancellationToken ct);

    /// <summary>Annuls what the import added: the state before it returns.</summary>
    Task Annul(Guid importId, CancellationToken ct);

    /// <summary>Those of the contacts whose consents or blocks something else than the import touched.</summary>
    Task<IReadOnlyList<Guid>> Touched(Guid[] contacts, Guid importId, CancellationToken ct);
}

/// <summary>A consent on a line of a sheet. Without a time it is given when it is written.</summary>
public sealed record GivenConsent(Guid ContactId, string Purpose, string Text, DateTimeOffset? At, int Row);

/// <summary>What holds for a person: states by purpose, and blocks by channel and topic, where null is all.</summary>
public sealed record ConsentStanding(IReadOnlyDictionary<string, string> States, IReadOnlyList<(string? Channel, string? Topic)> Blocks)
{
    /// <summary>A person of whom nothing is known.</summary>
    public static ConsentStanding None { get; } = new(new Dictionary<string, string>(), []);

    /// <summary>Whether the consent holds.</summary>
    public bool Holds(string purpose) => States.GetValueOrDefault(purpose) is "given" or "confirmed";

    /// <summary>Whether the person withdrew or refused it, or blocked its channel or topic: no import may give it anew.</summary>
    public bool Forbids(string purpose)
    {
        var message = purpose.Split('.');
        return States.GetValueOrDefault(purpose) is "withdrawn" or "refused"
            || (message.Length == 2 && Blocks.Any(block => (block.Channel ?? message[0]) == message[0] && (block.Topic ?? message[1]) == message[1]));
    }
}
