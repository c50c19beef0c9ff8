namespace Karelia.Crm.Consent.Breaches;

[Allow(Role.DataProtectionOfficer)]
internal sealed record EditBreach : ICommand<BreachDetails>
{
    public string? What { get; init; }
    public string? Effects { get; init; }
    public string? Measures { get; init; }
    public DateTimeOffset? From { get; init; }
    public DateTimeOffset? To { get; init; }
    public Optional<Guid?> ActorId { get; init; }
    public Optional<string?> UseCase { get; init; }

    /// <summary>When the authority was told; or why it is not.</summary>
    public Optional<DateTimeOffset?> ReportedAt { get; init; }
    public Optional<string?> NotReported { get; init; }

    /// <summary>When the people were told; or why they are not.</summary>
    public Optional<DateTimeOffset?> ToldAt { get; init; }
    public Optional<string?> NotTold { get; init; }
    public bool? Closed { get; init; }

    [FromRoute] public Guid Id { get; init; }
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPatch("/breaches/{id:guid}", (Guid id, EditBreach command, IMediator crm, CancellationToken ct) => crm.Send(command with { Id = id }, ct))
        .WithSummary("Goes on with a breach: effects, measures, who was told when, and its end");
}

file sealed class Rules : AbstractValidator<EditBreach>
{
    public Rules()
    {
        RuleFor(b => b.What).MaximumLength(4000).IsPlainText();
        RuleFor(b => b.Effects).MaximumLength(4000).IsPlainText();
        RuleFor(b => b.Measures).MaximumLength(4000).IsPlainText();
        RuleFor(b => b.UseCase.Value).MaximumLength(100).IsPlainText(lines: false).OverridePropertyName("useCase");
        RuleFor(b => b.NotReported.Value).MaximumLength(1000).IsPlainText().OverridePropertyName("notReported");
        RuleFor(b => b.NotTold.Value).MaximumLength(1000).IsPlainText().OverridePropertyName("notTold");
        foreach (var time in new[] { RuleFor(b => b.From), RuleFor(b => b.To) })
            time.InclusiveBetween(new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2200, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }
}

file sealed class Handler(ConsentDb db, Call call, TimeProvider clock) : IRequestHandler<EditBreach, BreachDetails>
{
    public async Task<BreachDetails> Handle(EditBreach command, CancellationToken ct)
    {
        var breach = await db.FindBreach(command.Id, ct);
        call.Expect(breach.Version);
        (breach.What, breach.Effects, breach.Measures) = (command.What ?? breach.What, command.Effects ?? breach.Effects, command.Measures ?? breach.Measures);
        (breach.From, breach.To) = ((command.From ?? breach.From).ToMicroseconds(), (command.To ?? breach.To).ToMicroseconds());
        (breach.ActorId, breach.UseCase) = (command.ActorId.Or(breach.ActorId), command.UseCase.Or(breach.UseCase));
        (breach.ReportedAt, breach.NotReported) = (command.ReportedAt.Or(breach.ReportedAt)?.ToMicroseconds(), command.NotReported.Or(breach.NotReported));
        (breach.ToldAt, breach.NotTold) = (command.ToldAt.Or(breach.ToldAt)?.ToMicroseconds(), command.NotTold.Or(breach.NotTold));
        var now = clock.Now();
        if (command.Closed is { } closed)
            breach.ClosedAt = closed ? breach.ClosedAt ?? now : null;
        breach.Version++;
        return BreachDetails.Of(breach, now);
    }
}
