using Karelia.Crm.Accounts;

namespace Karelia.Crm.Consent.Preferences;

[Allow(Role.AlumniCoordinator, Role.Communications, Role.DataProtectionOfficer)]
internal sealed record ObjectToMarketing(string Act, string Reason, string Source) : ICommand<CommunicationPreferences>
{
    public const string Object = "object";
    public const string TakeBack = "take-back";

    [FromRoute]
    public Guid Id { get; init; }
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/contacts/{id:guid}/objection", (Guid id, ObjectToMarketing command, IMediator crm, CancellationToken ct) => crm.Send(command with { Id = id }, ct))
        .WithSummary("Records that a person objects to direct marketing (GDPR art. 21), which stops it at once, or takes the objection back")
        .Produces<CommunicationPreferences>();
}

file sealed class Rules : AbstractValidator<ObjectToMarketing>
{
    public Rules()
    {
        RuleFor(c => c.Act).NotNull().IsOneOf([ObjectToMarketing.Object, ObjectToMarketing.TakeBack]);
        RuleFor(c => c.Reason).NotEmpty().MaximumLength(500).IsPlainText();
        RuleFor(c => c.Source).NotEmpty().MaximumLength(100).IsPlainText(lines: false);
    }
}

file sealed class Handler(ConsentDb db, Objections objections, IKnownPeople people) : IRequestHandler<ObjectToMarketing, CommunicationPreferences>
{
    public async Task<CommunicationPreferences> Handle(ObjectToMarketing command, CancellationToken ct)
    {
        var person = await people.Hold(command.Id, ct);
        if (command.Act == ObjectToMarketing.TakeBack && person.IsPassive)
            throw Refusal.Passive("it can only be closed more");
        await (command.Act == ObjectToMarketing.Object ? objections.Object(person.Id, command.Reason, command.Source, ct) : objections.TakeBack(person.Id, command.Reason, ct));
        return (await PreferenceSheet.Read(db, person.Id, ct)).Answer();
    }
}
