using Karelia.Crm.Kernel.Web;

namespace Karelia.Crm.Consent.Retention;

[Allow(Role.DataProtectionOfficer)]
internal sealed record ProposeRetentionRun : ICommand<RetentionRunLine>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/retention/runs", async ([AsParameters] ProposeRetentionRun command, IMediator crm, CancellationToken ct) =>
            Endpoints.Created("/retention/runs", await crm.Send(command, ct)))
        .WithSummary("Proposes what the approved rules would do today, person by person; nothing is done before the approval");
}

file sealed class Handler(ConsentDb db, DbSession session, Due due, CurrentUser user, TimeProvider clock) : IRequestHandler<ProposeRetentionRun, RetentionRunLine>
{
    public async Task<RetentionRunLine> Handle(ProposeRetentionRun command, CancellationToken ct)
    {
        if (await db.Set<RetentionRun>().AnyAsync(r => r.State == "proposed" || r.State == "approved", ct))
            throw new Refusal("run-open", detail: "A run is open already: carry it out or cancel it first.");
        var rules = (await db.Set<RetentionRule>().Where(r => r.ApprovedAt != null && r.Months != null).ToListAsync(ct)).FindAll(r => RetentionCategories.People.Contains(r.Category));
        var run = new RetentionRun { State = "proposed", ProposedAt = clock.Now(), ProposedById = user.Id, ProposedBy = user.Name };
        await session.Execute(
            "insert into consent.retention_runs (id, state, proposed_at, proposed_by_id, proposed_by) values ($1, $2, $3, $4, $5)", ct, run.Id, run.State, run.ProposedAt, run.ProposedById, run.ProposedBy);
        foreach (var rule in rules)
        {
            await session.Execute(
                """
                insert into consent.retention_items (id, run_id, contact_id, user_id, category, action, trigger, since, months)
                select uuidv7(), $1, d.contact_id, d.user_id, $2, $3, $4, d.since, $5 from consent.retention_due($2, $4, $6) d
                """,
                ct, run.Id, rule.Category, rule.Action, rule.Trigger, rule.Months, due.Before(rule.Months!.Value));
        }

        return await RetentionRunLine.Of(db, run, ct);
    }
}
