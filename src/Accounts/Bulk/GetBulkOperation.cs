using System.Text.Json.Serialization;

namespace Karelia.Crm.Accounts.Bulk;

[Allow(Role.CustomerManager, Role.PartnershipManager, Role.AlumniCoordinator, Role.ExpertCoordinator, Role.Sales)]
internal sealed record GetBulkOperation([FromRoute] Guid Id) : IQuery<BulkOperationDetails>;

/// <summary>A bulk operation with the records that it left out.</summary>
internal sealed record BulkOperationDetails(BulkOperationItem Operation, IReadOnlyList<LeftOut> LeftOut) : IShowsPeople
{
    [JsonIgnore]
    public IReadOnlyList<Guid> People { get; init; } = [];

    public IEnumerable<Guid> ShownPeople() => People;
}

/// <summary>A record that a bulk operation, or its undo, left as it was, and why: passive, gone, restricted or changed-since.</summary>
internal sealed record LeftOut(Guid Id, string Name, string Reason);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/bulk-operations/{id:guid}", ([AsParameters] GetBulkOperation query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("One of the caller's bulk operations, with the first 200 records that it left out and why");
}

file sealed class Handler(AccountsDb db, DbSession session, CurrentUser user) : IRequestHandler<GetBulkOperation, BulkOperationDetails>
{
    public async Task<BulkOperationDetails> Handle(GetBulkOperation query, CancellationToken ct)
    {
        var operation = await db.BulkOperations.AsNoTracking().FirstOrDefaultAsync(o => o.Id == query.Id && o.UserId == user.Id, ct) ?? throw Refusal.Unknown();
        var job = operation.UndoJobId ?? operation.JobId;
        var left = await session.Rows(
            """
            select coalesce(r.contact_id, r.account_id), coalesce(c.sort_name, a.name), coalesce(r.undo_outcome, r.outcome)
            from accounts.bulked_records r
            left join accounts.contacts c on c.id = r.contact_id
            left join accounts.accounts a on a.id = r.account_id
            where r.operation_id = $1 and coalesce(r.undo_outcome, r.outcome) not in ('changed', 'unchanged', 'undone') and (c.restricted_at is null or $2)
            order by r.sequence limit 200
            """,
            row => new LeftOut(row.GetGuid(0), row.GetString(1), row.GetString(2)), ct, operation.Id, user.Is(Role.DataProtectionOfficer));
        return new(BulkOperationItem.Of(operation, (await session.FailedJobs([job], ct)).Count > 0), left)
        {
            People = operation.List == "contacts" ? [.. left.Select(one => one.Id)] : [],
        };
    }
}
