namespace Karelia.Crm.Administration.CodeLists;

[Allow(Role.Admin, Role.AlumniCoordinator, Role.ExpertCoordinator, Role.CustomerManager)]
internal sealed record EditCode : ICommand<CodeDetails>
{
    public Optional<string> Fi { get; init; }
    public Optional<string> En { get; init; }
    public Optional<IReadOnlyList<string>?> Aliases { get; init; }
    public Optional<int> Position { get; init; }
    public Optional<bool> IsRetired { get; init; }

    [FromRoute] public string List { get; init; } = "";
    [FromRoute] public string Code { get; init; } = "";
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPatch("/code-lists/{list}/codes/{code}", (string list, string code, EditCode command, IMediator crm, CancellationToken ct) =>
            crm.Send(command with { List = list, Code = code }, ct))
        .WithSummary("Changes the members of a code that are named; a code is retired, never deleted");
}

file sealed class Rules : AbstractValidator<EditCode>
{
    public Rules()
    {
        RuleFor(c => c.List).IsCode();
        RuleFor(c => c.Code).IsCode();
        RuleFor(c => c.Fi.Value).IsCodeName().When(c => c.Fi.IsSet).OverridePropertyName("Fi");
        RuleFor(c => c.En.Value).IsCodeName().When(c => c.En.IsSet).OverridePropertyName("En");
        RuleFor(c => c.Aliases.Value).AreAliases().OverridePropertyName("Aliases");
        RuleFor(c => c.Position.Value).InclusiveBetween(0, 1_000_000).OverridePropertyName("Position");
    }
}

file sealed class Handler(AdministrationDb db, Lists lists, Call call) : IRequestHandler<EditCode, CodeDetails>
{
    public async Task<CodeDetails> Handle(EditCode command, CancellationToken ct)
    {
        lists.ToEdit(command.List);
        var code = await db.Codes.FirstOrDefaultAsync(c => c.List == command.List && c.Code == command.Code, ct) ?? throw Refusal.Unknown();
        call.Expect(code.Version);
        code.Fi = command.Fi.Or(code.Fi).Trim();
        code.En = command.En.Or(code.En).Trim();
        code.Aliases = command.Aliases.IsSet ? CodeRules.Aliases(command.Aliases.Value) : code.Aliases;
        code.Position = command.Position.Or(code.Position);
        code.IsRetired = command.IsRetired.Or(code.IsRetired);
        if (!code.IsRetired)
            await lists.RefuseTaken(code.List, code.Code, code.Fi, code.En, code.Aliases, ct);
        code.Touch();
        return CodeDetails.Of(code);
    }
}
