namespace Karelia.Crm.Consent.Withdrawal;

[Allow(Role.DataProtectionOfficer)]
internal sealed record KeepQueued(string Reason) : ICommand<ErasureDecision>
{
    [FromRoute] public Guid Id { get; init; }
}

/// <summary>What the officer decided on a line of the erasure queue.</summary>
internal sealed record ErasureDecision(Guid Id, string State, string? Reason, Guid? CertificateId);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/erasure-queue/{id:guid}/keep", (Guid id, KeepQueued command, IMediator crm, CancellationToken ct) => crm.Send(command with { Id = id }, ct))
        .WithSummary("Keeps what the erasure queue holds, with the reason why it may be kept");
}

file sealed class Rules : AbstractValidator<KeepQueued>
{
    public Rules() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(500).IsPlainText();
}

file sealed class Handler(ConsentDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<KeepQueued, ErasureDecision>
{
    public async Task<ErasureDecision> Handle(KeepQueued command, CancellationToken ct)
    {
        var task = await db.OpenTask(command.Id, ct);
        (task.State, task.Reason, task.DecidedAt, task.DecidedBy) = (ErasureTask.Kept, command.Reason.Trim(), clock.Now(), user.Name);
        return new(task.Id, task.State, task.Reason, null);
    }
}

internal static class OpenTasks
{
    /// <summary>409 when it was decided already, or the purpose holds again.</summary>
    public static async Task<ErasureTask> OpenTask(this ConsentDb db, Guid id, CancellationToken ct)
    {
        var task = await db.Set<ErasureTask>().FirstOrDefaultAsync(t => t.Id == id, ct) ?? throw Refusal.Unknown();
        return task.State == ErasureTask.Open ? task : throw new Refusal("already-decided", detail: "It was decided already, or the purpose holds again.");
    }
}
