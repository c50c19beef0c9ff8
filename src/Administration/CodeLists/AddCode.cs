using Karelia.Crm.Kernel.Web;

namespace Karelia.Crm.Administration.CodeLists;

[Allow(Role.Admin, Role.AlumniCoordinator, Role.ExpertCoordinator, Role.CustomerManager)]
internal sealed record AddCode(string Code, string Fi, string En, IReadOnlyList<string>? Aliases = null, int? Position = null) : ICommand<CodeDetails>
{
    [FromRoute] public string List { get; init; } = "";
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/code-lists/{list}/codes", async (string list, AddCode command, IMediator crm, CancellationToken ct) =>
        {
            var code = await crm.Send(command with { List = list }, ct);
            return Endpoints.Created($"/code-lists/{code.List}/codes/{code.Code}", code);
        })
        .WithSummary("Adds a code to a list: the administrator, or who keeps the list");
}

file sealed class Rules : AbstractValidator<AddCode>
{
    public Rules()
    {
        RuleFor(c => c.List).IsCode();
        RuleFor(c => c.Code).IsCode();
        RuleFor(c => c.Fi).IsCodeName();
        RuleFor(c => c.En).IsCodeName();
        RuleFor(c => c.Aliases).AreAliases();
        RuleFor(c => c.Position).InclusiveBetween(0, 1_000_000);
    }
}

file sealed class Handler(AdministrationDb db, Lists lists) : IRequestHandler<AddCode, CodeDetails>
{
    public async Task<CodeDetails> Handle(AddCode command, CancellationToken ct)
    {
        var list = lists.ToEdit(command.List).Code;
        if (await db.Codes.AnyAsync(c => c.List == list && c.Code == command.Code, ct))
            throw Refusal.Field("/code", "The list has this code already.");
        var code = new ListedCode
        {
            List = list,
            Code = command.Code,
            Fi = command.Fi.Trim(),
            En = command.En.Trim(),
            Aliases = CodeRules.Aliases(command.Aliases),
            Position = command.Position ?? (await db.Codes.Where(c => c.List == list).MaxAsync(c => (int?)c.Position, ct) ?? 0) + 10,
        };
        await lists.RefuseTaken(list, code.Code, code.Fi, code.En, code.Aliases, ct);
        db.Codes.Add(code);
        return CodeDetails.Of(code);
    }
}
