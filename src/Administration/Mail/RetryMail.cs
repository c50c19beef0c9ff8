namespace Karelia.Crm.Administration.Mail;

[Allow(Role.Admin, Role.DataProtectionOfficer)]
internal sealed record RetryMail([property: FromRoute] Guid Id) : ICommand<RetriedMail>;

internal sealed record RetriedMail(Guid Id);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/outgoing-mail/{id:guid}/retry", ([AsParameters] RetryMail command, IMediator crm, CancellationToken ct) => crm.Send(command, ct))
        .WithSummary("Sends a mail again that was given up")
        .Produces<RetriedMail>();
}

file sealed class Handler(DbSession session, TimeProvider clock) : IRequestHandler<RetryMail, RetriedMail>
{
    public async Task<RetriedMail> Handle(RetryMail command, CancellationToken ct) => await session.Execute(
        "update kernel.outgoing set state = 'queued', created_at = $2, due_at = $2, finished_at = null where id = $1 and state = 'dead'", ct, command.Id, clock.GetUtcNow()) > 0
        ? new(command.Id)
        : throw Refusal.Unknown();
}
