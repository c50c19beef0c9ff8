namespace Karelia.Crm.Administration.Mail;

[Allow(Role.Admin, Role.DataProtectionOfficer)]
internal sealed record GetOutbox : IQuery<OutboxState>;

/// <summary>Mail that waits, and mail that could not be sent, the newest first. Neither addresses nor texts.</summary>
internal sealed record OutboxState(int Queued, DateTimeOffset? OldestQueued, IReadOnlyList<DeadLetter> Dead);

/// <summary>A mail that was given up, and the code of why.</summary>
internal sealed record DeadLetter(Guid Id, DateTimeOffset CreatedAt, DateTimeOffset GivenUpAt, int Attempts, string Problem);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/outgoing-mail", ([AsParameters] GetOutbox query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("How much mail waits, and what could not be sent")
        .Produces<OutboxState>();
}

file sealed class Handler(DbSession session) : IRequestHandler<GetOutbox, OutboxState>
{
    public async Task<OutboxState> Handle(GetOutbox query, CancellationToken ct)
    {
        var (queued, oldest) = (await session.Rows(
            "select count(*)::int, min(created_at) from kernel.outgoing where state = 'queued'",
            row => (row.GetInt32(0), row.IsDBNull(1) ? (DateTimeOffset?)null : row.GetFieldValue<DateTimeOffset>(1)), ct)).Single();
        return new(queued, oldest, await session.Rows(
            "select id, created_at, finished_at, attempts, coalesce(problem, '') from kernel.outgoing where state = 'dead' order by finished_at desc, id limit 200",
            row => new DeadLetter(row.GetGuid(0), row.GetFieldValue<DateTimeOffset>(1), row.GetFieldValue<DateTimeOffset>(2), row.GetInt32(3), row.GetString(4)), ct));
    }
}
