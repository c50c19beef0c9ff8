using Karelia.Crm.Accounts;

namespace Karelia.Crm.Consent.Withdrawal;

[Allow(Role.DataProtectionOfficer)]
internal sealed record LiftObjection([property: FromRoute] Guid Id, [property: FromRoute] Guid ObjectionId) : ICommand<ObjectionLine>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/contacts/{id:guid}/objections/{objectionId:guid}/lift", ([AsParameters] LiftObjection command, IMediator crm, CancellationToken ct) => crm.Send(command, ct))
        .WithSummary("The person took an objection back")
        .Produces<ObjectionLine>();
}

file sealed class Handler(ConsentDb db, IKnownPeople people, Preferences.Objections marketing, CurrentUser user, TimeProvider clock) : IRequestHandler<LiftObjection, ObjectionLine>
{
    public async Task<ObjectionLine> Handle(LiftObjection command, CancellationToken ct)
    {
        var person = await people.Hold(command.Id, ct);
        if (person.IsPassive)
            throw Refusal.Passive();
        var objection = await db.Set<Objection>().FirstOrDefaultAsync(o => o.Id == command.ObjectionId && o.ContactId == person.Id && o.LiftedAt == null, ct) ?? throw Refusal.Unknown();
        (objection.LiftedAt, objection.LiftedBy) = (clock.Now(), user.Name);
        if (objection.Purpose == Kernel.Purposes.Communication && await marketing.Standing(person.Id, ct) is not null)
            await marketing.TakeBack(person.Id, objection.Reason, ct);
        return ObjectionLine.Of(objection);
    }
}
