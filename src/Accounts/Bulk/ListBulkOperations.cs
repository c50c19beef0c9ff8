using System.Text.Json;

namespace Karelia.Crm.Accounts.Bulk;

[Allow(Role.CustomerManager, Role.PartnershipManager, Role.AlumniCoordinator, Role.ExpertCoordinator, Role.Sales)]
internal sealed record ListBulkOperations(string? List = null, int? Limit = null, string? Cursor = null) : IQuery<Page<BulkOperationItem>>;

/// <summary>A bulk operation: what it did to how many, and whether it was undone. State: running, done, failed, undoing, undone.</summary>
internal record BulkOperationItem(
    Guid Id, string List, BulkChange Change, string State, int Total, int Changed, Dictionary<string, int> Skipped, Dictionary<string, int>? Undo, DateTimeOffset At,
    DateTimeOffset? FinishedAt, DateTimeOffset? UndoneAt, Guid JobId)
{
    public static BulkOperationItem Of(BulkOperation o, bool isFailed) => new(
        o.Id, o.List, o.Read(), StateOf(o, isFailed), o.Total, o.Changed, Counts(o.Skipped)!, Counts(o.Undo), o.At, o.FinishedAt, o.UndoneAt, o.UndoJobId ?? o.JobId);

    private static string StateOf(BulkOperation o, bool isFailed) =>
        o.UndoneAt is not null ? "undone" : isFailed ? "failed" : o.UndoJobId is not null ? "undoing" : o.FinishedAt is not null ? "done" : "running";

    private static Dictionary<string, int>? Counts(string? json) => json is null ? null : JsonSerializer.Deserialize<Dictionary<string, int>>(json);
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/bulk-operations", ([AsParameters] ListBulkOperations query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("The caller's own bulk operations, the latest first")
        .Produces<Page<BulkOperationItem>>();
}

file sealed class Rules : AbstractValidator<ListBulkOperations>
{
    public Rules()
    {
        RuleFor(q => q.List).IsOneOf(["contacts", "accounts"]);
        RuleFor(q => q.Limit).IsLimit();
    }
}

file sealed class Handler(AccountsDb db, DbSession session, CurrentUser user) : IRequestHandler<ListBulkOperations, Page<BulkOperationItem>>
{
    private static readonly Sorts<BulkOperation> orders = new Sorts<BulkOperation>(o => o.Id).By("at", o => o.At);

    public async Task<Page<BulkOperationItem>> Handle(ListBulkOperations query, CancellationToken ct)
    {
        var mine = db.BulkOperations.AsNoTracking().Where(o => o.UserId == user.Id && (query.List == null || o.List == query.List));
        var page = await orders.Page(mine, "-at", query.Limit, query.Cursor, null, o => o, ct);
        var failed = await session.FailedJobs(page.Items.Select(o => o.UndoJobId ?? o.JobId), ct);
        return new([.. page.Items.Select(o => BulkOperationItem.Of(o, failed.Contains(o.UndoJobId ?? o.JobId)))], page.NextCursor);
    }
}
