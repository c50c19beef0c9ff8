using Karelia.Crm.Consent;

namespace Karelia.Crm.ExpertPool.Experts;

[Allow(Role.ExpertCoordinator)]
internal sealed record AskToRenew : ICommand<AskedToRenew>;

/// <summary>How many got the mail; how many had been asked already about the consent that stands; how many have no address that we may write to, or wait for the next time.</summary>
internal sealed record AskedToRenew(int Sent, int AskedBefore, int NotSent);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/experts/renewal-mails", ([AsParameters] AskToRenew command, IMediator crm, CancellationToken ct) => crm.Send(command, ct))
        .WithSummary("Mails those whose consent to the pool should be renewed now a link of their own, by which they renew it or let it end; once for each consent, a thousand at a time");
}

file sealed class Handler(ExpertPoolDb db, DbSession session, IRenewals renewals, TimeProvider clock) : IRequestHandler<AskToRenew, AskedToRenew>
{
    private const int Most = 1000;

    public async Task<AskedToRenew> Handle(AskToRenew command, CancellationToken ct)
    {
        // Of two who ask at the same moment, the second finds them asked.
        await session.Execute("select pg_advisory_xact_lock(hashtext('experts.renewals'))", ct);
        var before = PoolConsent.RenewBefore(clock);
        var ending = await (
            from expert in db.Experts
            join consent in db.Consents on expert.ContactId equals consent.ContactId
            where consent.ValidUntil < before
            orderby consent.ValidUntil, expert.ContactId
            select new { Expert = expert, Consent = consent }).ToListAsync(ct);
        var open = ending.FindAll(one => one.Expert.RenewalAskedAt is not { } asked || asked <= one.Consent.Since);
        var sent = (await renewals.Ask(ConsentPurposes.ExpertPool, ExpertFilter.Topic, [.. open.Select(one => (one.Expert.ContactId, one.Consent.ValidUntil))], Most, ct)).ToHashSet();
        foreach (var one in open.Where(one => sent.Contains(one.Expert.ContactId)))
            one.Expert.RenewalAskedAt = clock.Now();
        return new(sent.Count, ending.Count - open.Count, open.Count - sent.Count);
    }
}
