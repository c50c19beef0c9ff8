namespace Karelia.Crm.Consent.Retention;

[Allow(Role.DataProtectionOfficer)]
internal sealed record EditRetentionRule : ICommand<RetentionRuleLine>
{
    public string? Trigger { get; init; }
    public Optional<int?> Months { get; init; }
    public string? Action { get; init; }
    public string? GroundFi { get; init; }
    public string? GroundEn { get; init; }

    [FromRoute] public Guid Id { get; init; }
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPatch("/retention/rules/{id:guid}", (Guid id, EditRetentionRule command, IMediator crm, CancellationToken ct) => crm.Send(command with { Id = id }, ct))
        .WithSummary("Changes a retention rule; it is a proposal again until it is approved");
}

file sealed class Rules : AbstractValidator<EditRetentionRule>
{
    public Rules()
    {
        RuleFor(r => r.Trigger).IsOneOf(RetentionCategories.Triggers);
        RuleFor(r => r.Action).IsOneOf(RetentionRule.Actions);
        RuleFor(r => r.Months.Value).InclusiveBetween(0, 1200).OverridePropertyName("months");
        RuleFor(r => r.GroundFi).MaximumLength(1000).IsPlainText();
        RuleFor(r => r.GroundEn).MaximumLength(1000).IsPlainText();
    }
}

file sealed class Handler(ConsentDb db, CurrentUser user, Call call, TimeProvider clock) : IRequestHandler<EditRetentionRule, RetentionRuleLine>
{
    public async Task<RetentionRuleLine> Handle(EditRetentionRule command, CancellationToken ct)
    {
        var rule = await db.Set<RetentionRule>().FirstOrDefaultAsync(r => r.Id == command.Id, ct) ?? throw Refusal.Unknown();
        call.Expect(rule.Version);
        (rule.Trigger, rule.Months, rule.Action) = (command.Trigger ?? rule.Trigger, command.Months.Or(rule.Months), command.Action ?? rule.Action);
        (rule.GroundFi, rule.GroundEn) = (command.GroundFi ?? rule.GroundFi, command.GroundEn ?? rule.GroundEn);
        rule.Propose(user, clock.Now());
        return RetentionRuleLine.Of(rule);
    }
}
