using Karelia.Crm.Kernel.Web;

namespace Karelia.Crm.Consent.Retention;

[Allow(Role.DataProtectionOfficer)]
internal sealed record AddRetentionRule(string Category, string Trigger, string Action, int? Months = null, string GroundFi = "", string GroundEn = "") : ICommand<RetentionRuleLine>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/retention/rules", async (AddRetentionRule command, IMediator crm, CancellationToken ct) =>
            Endpoints.Created("/retention/rules", await crm.Send(command, ct)))
        .WithSummary("Proposes a rule for a category that has none");
}

file sealed class Rules : AbstractValidator<AddRetentionRule>
{
    public Rules()
    {
        RuleFor(r => r.Category).NotNull().IsOneOf(RetentionCategories.All);
        RuleFor(r => r.Trigger).NotNull().IsOneOf(RetentionCategories.Triggers);
        RuleFor(r => r.Action).NotNull().IsOneOf(RetentionRule.Actions);
        RuleFor(r => r.Months).InclusiveBetween(0, 1200);
        RuleFor(r => r.GroundFi).NotNull().MaximumLength(1000).IsPlainText();
        RuleFor(r => r.GroundEn).NotNull().MaximumLength(1000).IsPlainText();
    }
}

file sealed class Handler(ConsentDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<AddRetentionRule, RetentionRuleLine>
{
    public async Task<RetentionRuleLine> Handle(AddRetentionRule command, CancellationToken ct)
    {
        if (await db.Set<RetentionRule>().AnyAsync(r => r.Category == command.Category, ct))
            throw new Refusal("duplicate", detail: "The category has a rule: change that one.");
        var rule = new RetentionRule
        {
            Category = command.Category,
            Trigger = command.Trigger,
            Months = command.Months,
            Action = command.Action,
            GroundFi = command.GroundFi,
            GroundEn = command.GroundEn,
        };
        rule.Propose(user, clock.Now());
        db.Add(rule);
        return RetentionRuleLine.Of(rule);
    }
}
