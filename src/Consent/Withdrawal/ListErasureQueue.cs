using Karelia.Crm.Accounts;
using Karelia.Crm.Consent.Retention;

namespace Karelia.Crm.Consent.Withdrawal;

[Allow(Role.DataProtectionOfficer)]
internal sealed record ListErasureQueue(string? State = null, int? Limit = null, string? Cursor = null, bool Count = false) : IQuery<ErasureQueue>;

internal sealed record ErasureQueue(IReadOnlyList<QueuedErasure> Items, string? NextCursor) : Page<QueuedErasure>(Items, NextCursor), IShowsPeople
{
    public IEnumerable<Guid> ShownPeople() => Items.Select(item => item.ContactId);
}

/// <summary>A person whose data lost a purpose: what goes, by when, and whether it is all. Without name when the person is erased.</summary>
internal sealed record QueuedErasure(
    Guid Id, Guid ContactId, string? Name, string Purpose, string Cause, DateTimeOffset LostAt, DateOnly DueOn, bool IsOverdue, string State, string? Reason, DateTimeOffset? DecidedAt,
    string? DecidedBy, bool OnHold, bool IsAll, IReadOnlyList<HeldFields> Goes);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/erasure-queue", ([AsParameters] ListErasureQueue query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("What lost the only purpose that it was held for, by a withdrawal, an objection or the end of a role: the most urgent first")
        .Produces<ErasureQueue>();
}

file sealed class Rules : AbstractValidator<ListErasureQueue>
{
    public Rules()
    {
        RuleFor(q => q.State).IsOneOf([ErasureTask.Open, ErasureTask.Kept, ErasureTask.Done, "returned"]);
        RuleFor(q => q.Limit).IsLimit();
    }
}

file sealed class Handler(ConsentDb db, Resting resting, DbSession session, TimeProvider clock) : IRequestHandler<ListErasureQueue, ErasureQueue>
{
    private static readonly Sorts<ErasureTask> Orders = new Sorts<ErasureTask>(t => t.Id).By("dueOn", t => t.DueOn);

    public async Task<ErasureQueue> Handle(ListErasureQueue query, CancellationToken ct)
    {
        var state = query.State ?? ErasureTask.Open;
        var page = await Orders.Page(db.Set<ErasureTask>().AsNoTracking().Where(t => t.State == state), "dueOn", query.Limit, query.Cursor, query.Count, t => t, ct);
        var ids = page.Items.Select(t => t.ContactId).ToArray();
        var names = (await session.Rows(
            "select contact_id, last_name || ' ' || first_names from accounts.recipient where contact_id = any($1)", row => (row.GetGuid(0), row.GetString(1)), ct, ids)).ToDictionary();
        var holds = (await db.Set<LegalHold>().Where(h => ids.Contains(h.ContactId) && h.LiftedAt == null).Select(h => h.ContactId).ToListAsync(ct)).ToHashSet();
        var today = clock.Today();
        var goes = await resting.GoesWith([.. page.Items.Where(t => t.State == ErasureTask.Open)], ct);
        return new(
            [
                .. from t in page.Items
                   let going = goes.GetValueOrDefault(t, (false, []))
                   select new QueuedErasure(
                       t.Id, t.ContactId, names.GetValueOrDefault(t.ContactId), t.Purpose, t.Cause, t.LostAt, t.DueOn, t.State == ErasureTask.Open && t.DueOn < today, t.State, t.Reason,
                       t.DecidedAt, t.DecidedBy, holds.Contains(t.ContactId), going.IsAll, going.Fields),
            ],
            page.NextCursor)
        { Total = page.Total };
    }
}
