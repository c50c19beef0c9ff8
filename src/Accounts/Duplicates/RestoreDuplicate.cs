using Karelia.Crm.Accounts.Merging;
using Karelia.Crm.Kernel.Audit;

namespace Karelia.Crm.Accounts.Duplicates;

[Allow(Role.CustomerManager, Role.PartnershipManager, Role.AlumniCoordinator, Role.ExpertCoordinator, Role.Sales, Role.DataProtectionOfficer)]
internal sealed record RestoreDuplicate(string Kind, Guid FirstId, Guid SecondId) : ICommand<DismissedPair>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/duplicates/restore", (RestoreDuplicate command, IMediator crm, CancellationToken ct) => crm.Send(command, ct))
        .WithSummary("Takes 'not a duplicate' back: the pair is a candidate again");
}

file sealed class Rules : AbstractValidator<RestoreDuplicate>
{
    public Rules()
    {
        RuleFor(d => d.Kind).NotNull().IsOneOf(RecordKinds.All);
        RuleFor(d => d.SecondId).NotEqual(d => d.FirstId);
    }
}

file sealed class Handler(AccountsDb db, CurrentUser user, AuditLog audit) : IRequestHandler<RestoreDuplicate, DismissedPair>
{
    public async Task<DismissedPair> Handle(RestoreDuplicate command, CancellationToken ct)
    {
        if (await db.Pair(command.Kind, command.FirstId, command.SecondId, user, ct) is not { DismissedAt: not null } pair)
            throw Refusal.Field("/secondId", "Nobody said that these are two records.");
        (pair.DismissedAt, pair.DismissedById, pair.DismissedBy, pair.DismissReason) = (null, null, null, null);
        // One that the scan never found was only ever a note.
        if (pair.Reasons.Length == 0)
            db.Duplicates.Remove(pair);
        await audit.Bulk(nameof(RestoreDuplicate), "restore", nameof(Duplicate), null, command.Kind == RecordKinds.Contact ? [pair.FirstId, pair.SecondId] : [], ct);
        return new(pair.Kind, pair.FirstId, pair.SecondId, false);
    }
}
