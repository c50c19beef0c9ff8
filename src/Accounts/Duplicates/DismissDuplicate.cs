using Karelia.Crm.Accounts.Contacts;
using Karelia.Crm.Accounts.Merging;
using Karelia.Crm.Kernel.Audit;

namespace Karelia.Crm.Accounts.Duplicates;

[Allow(Role.CustomerManager, Role.PartnershipManager, Role.AlumniCoordinator, Role.ExpertCoordinator, Role.Sales, Role.DataProtectionOfficer)]
internal sealed record DismissDuplicate(string Kind, Guid FirstId, Guid SecondId, string? Reason = null) : ICommand<DismissedPair>;

/// <summary>Two records, and whether somebody said that they are two.</summary>
internal sealed record DismissedPair(string Kind, Guid FirstId, Guid SecondId, bool IsDismissed);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/duplicates/dismiss", (DismissDuplicate command, IMediator crm, CancellationToken ct) => crm.Send(command, ct))
        .WithSummary("Not a duplicate: the pair is not brought up again; POST /duplicates/restore takes it back");
}

file sealed class Rules : AbstractValidator<DismissDuplicate>
{
    public Rules()
    {
        RuleFor(d => d.Kind).NotNull().IsOneOf(RecordKinds.All);
        RuleFor(d => d.SecondId).NotEqual(d => d.FirstId);
        RuleFor(d => d.Reason).MaximumLength(500).IsPlainText();
    }
}

file sealed class Handler(AccountsDb db, CurrentUser user, AuditLog audit, TimeProvider clock) : IRequestHandler<DismissDuplicate, DismissedPair>
{
    public async Task<DismissedPair> Handle(DismissDuplicate command, CancellationToken ct)
    {
        var pair = await db.Pair(command.Kind, command.FirstId, command.SecondId, user, ct);
        if (pair is null)
            db.Duplicates.Add(pair = Pairs.New(command.Kind, command.FirstId, command.SecondId, clock.GetUtcNow()));
        (pair.DismissedAt, pair.DismissedById, pair.DismissedBy, pair.DismissReason) = (clock.GetUtcNow(), user.Id, user.Name, command.Reason?.Trim());
        await audit.Bulk(nameof(DismissDuplicate), "dismiss", nameof(Duplicate), null, command.Kind == RecordKinds.Contact ? [pair.FirstId, pair.SecondId] : [], ct);
        return new(pair.Kind, pair.FirstId, pair.SecondId, true);
    }
}

/// <summary>A pair is the same whichever comes first.</summary>
internal static class Pairs
{
    /// <summary>422 when the caller does not know of both.</summary>
    public static async Task<Duplicate?> Pair(this AccountsDb db, string kind, Guid one, Guid other, CurrentUser user, CancellationToken ct)
    {
        var known = kind == RecordKinds.Contact
            ? await db.Contacts.To(user).CountAsync(c => c.Id == one || c.Id == other, ct)
            : await db.Accounts.CountAsync(a => a.MergedIntoId == null && (a.Id == one || a.Id == other), ct);
        if (known < 2)
            throw Refusal.Field("/secondId", "There are no such two records.");
        var (first, second) = Order(one, other);
        return await db.Duplicates.FindAsync([kind, first, second], ct);
    }

    public static Duplicate New(string kind, Guid one, Guid other, DateTimeOffset now)
    {
        var (first, second) = Order(one, other);
        return new() { Kind = kind, FirstId = first, SecondId = second, Reasons = [], FoundAt = now };
    }

    // As the database orders them: by their text.
    private static (Guid, Guid) Order(Guid one, Guid other) => string.CompareOrdinal(one.ToString(), other.ToString()) < 0 ? (one, other) : (other, one);
}
