using Karelia.Crm.Consent.Purposes;

namespace Karelia.Crm.Consent.Retention;

[Allow(Role.DataProtectionOfficer)]
internal sealed record ApproveRetentionRule([property: FromRoute] Guid Id) : ICommand<RetentionRuleLine>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/retention/rules/{id:guid}/approve", ([AsParameters] ApproveRetentionRule command, IMediator crm, CancellationToken ct) => crm.Send(command, ct))
        .WithSummary("Approves a retention rule: from now on runs follow it")
        .Produces<RetentionRuleLine>();
}

file sealed class Handler(ConsentDb db, CurrentUser user, FourEyes four, Call call, TimeProvider clock) : IRequestHandler<ApproveRetentionRule, RetentionRuleLine>
{
    public async Task<RetentionRuleLine> Handle(ApproveRetentionRule command, CancellationToken ct)
    {
        var rule = await db.Set<RetentionRule>().FirstOrDefaultAsync(r => r.Id == command.Id, ct) ?? throw Refusal.Unknown();
        call.Expect(rule.Version);
        rule.Approve(user, four, clock.Now());
        return RetentionRuleLine.Of(rule);
    }
}
