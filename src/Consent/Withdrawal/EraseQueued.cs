using Karelia.Crm.Consent.Erasure;
using Karelia.Crm.Consent.Purposes;
using Karelia.Crm.Consent.Retention;

namespace Karelia.Crm.Consent.Withdrawal;

[Allow(Role.DataProtectionOfficer)]
internal sealed record EraseQueued([property: FromRoute] Guid Id) : ICommand<ErasureDecision>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/erasure-queue/{id:guid}/erase", ([AsParameters] EraseQueued command, IMediator crm, CancellationToken ct) => crm.Send(command, ct))
        .WithSummary("Erases what rested on the lost purpose alone; what another purpose of the person needs stays")
        .Produces<ErasureDecision>();
}

file sealed class Handler(ConsentDb db, Resting resting, ActivePurposes purposes, Erasing erasing, LegalHolds holds, CurrentUser user, TimeProvider clock) : IRequestHandler<EraseQueued, ErasureDecision>
{
    public async Task<ErasureDecision> Handle(EraseQueued command, CancellationToken ct)
    {
        var task = await db.OpenTask(command.Id, ct);
        await holds.Refuse(task.ContactId, ct);
        if ((await purposes.Of(task.ContactId, ct)).Exists(one => one.Purpose == task.Purpose))
            throw new Refusal("purpose-holds", detail: "The purpose holds again: nothing is to be erased.");
        var goes = await resting.OnlyOn(task.Purpose, task.ContactId, ct);
        (task.State, task.DecidedAt, task.DecidedBy) = (ErasureTask.Done, clock.Now(), user.Name);
        var reason = $"{task.Cause}: {task.Purpose}";
        var done = Resting.IsAll(goes) ? await erasing.Erase(task.ContactId, reason, null, ct) : await erasing.EraseFields(task.ContactId, goes, reason, ct);
        return new(task.Id, task.State, null, done.CertificateId);
    }
}
