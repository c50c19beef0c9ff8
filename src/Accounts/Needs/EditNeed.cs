using Karelia.Crm.Accounts.Activities;

namespace Karelia.Crm.Accounts.Needs;

[Allow(Role.CustomerManager, Role.PartnershipManager)]
internal sealed record EditNeed : ICommand<NeedDetails>
{
    public Optional<string> Text { get; init; }
    public Optional<string?> Field { get; init; }
    public Optional<IReadOnlyList<string>?> Tags { get; init; }
    public Optional<string> Urgency { get; init; }
    public Optional<DateOnly?> HeardOn { get; init; }

    [FromRoute] public Guid Id { get; init; }
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPatch("/needs/{id:guid}", (Guid id, EditNeed command, IMediator crm, CancellationToken ct) => crm.Send(command with { Id = id }, ct))
        .WithSummary("Changes the members of a need that are named");
}

file sealed class Rules : AbstractValidator<EditNeed>
{
    public Rules()
    {
        RuleFor(n => n.Text.Value).IsNeed().When(n => n.Text.IsSet).OverridePropertyName("Text");
        RuleFor(n => n.Field.Value).IsOneOf(NeedCodes.Fields).OverridePropertyName("Field");
        RuleFor(n => n.Tags.Value).AreTags().OverridePropertyName("Tags");
        RuleFor(n => n.Urgency.Value).NotNull().IsOneOf(NeedCodes.Urgencies).When(n => n.Urgency.IsSet).OverridePropertyName("Urgency");
        RuleFor(n => n.HeardOn.Value).NotNull().When(n => n.HeardOn.IsSet).OverridePropertyName("HeardOn");
        RuleFor(n => n.HeardOn.Value).IsOurDay().OverridePropertyName("HeardOn");
    }
}

file sealed class Handler(AccountsDb db, CurrentUser user, Call call, TimeProvider clock) : IRequestHandler<EditNeed, NeedDetails>
{
    public async Task<NeedDetails> Handle(EditNeed command, CancellationToken ct)
    {
        var need = await db.Needs.FirstOrDefaultAsync(n => n.Id == command.Id, ct) ?? throw Refusal.Unknown();
        (await db.Accounts.FirstAsync(a => a.Id == need.AccountId, ct)).RefuseIfPassive();
        call.Expect(need.Version);
        need.Text = command.Text.Or(need.Text).Trim();
        need.Field = command.Field.Or(need.Field);
        need.Tags = command.Tags.IsSet ? NeedCodes.Tags(command.Tags.Value) : need.Tags;
        need.Urgency = command.Urgency.Or(need.Urgency);
        need.HeardOn = command.HeardOn.Or(need.HeardOn)!.Value;
        need.Touch(clock.GetUtcNow());
        return await db.Show(need, user, ct);
    }
}
