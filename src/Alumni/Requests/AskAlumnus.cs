using Karelia.Crm.Accounts;
using Karelia.Crm.Administration;
using Karelia.Crm.Kernel.Web;

namespace Karelia.Crm.Alumni.Requests;

[Allow(Role.AlumniCoordinator)]
internal sealed record AskAlumnus(
    string Form,
    string Topic,
    DateOnly? HeldOn = null,
    string? Course = null,
    string? Organiser = null,
    DateOnly? AskedOn = null,
    string? Channel = null,
    string? State = null,
    string? Outcome = null) : ICommand<AlumniRequestDetails>
{
    [FromRoute] public Guid ContactId { get; init; }
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/alumni/{contactId:guid}/requests", async (Guid contactId, AskAlumnus command, IMediator crm, CancellationToken ct) =>
        {
            var request = await crm.Send(command with { ContactId = contactId }, ct);
            return Endpoints.Created($"/alumni/{request.ContactId}/requests", request);
        })
        .WithSummary("Records what an alumnus was asked for; the answer warns of one who is asked and written to a lot");
}

file sealed class Rules : AbstractValidator<AskAlumnus>
{
    public Rules()
    {
        RuleFor(r => r.Form).NotEmpty().MaximumLength(50).IsPlainText();
        RuleFor(r => r.Topic).IsTopic();
        RuleFor(r => r.HeldOn).IsWorkDay();
        RuleFor(r => r.Course).IsShortText();
        RuleFor(r => r.Organiser).IsShortText();
        RuleFor(r => r.AskedOn).IsWorkDay();
        RuleFor(r => r.Channel).IsOneOf(RequestCodes.Channels);
        RuleFor(r => r.State).IsOneOf(RequestCodes.States);
        RuleFor(r => r.Outcome).IsNote();
    }
}

file sealed class Handler(AlumniDb db, ICodeLists lists, CurrentUser user, TimeProvider clock) : IRequestHandler<AskAlumnus, AlumniRequestDetails>
{
    public async Task<AlumniRequestDetails> Handle(AskAlumnus command, CancellationToken ct)
    {
        var (alumnus, card) = await db.FindToChange(command.ContactId, ct);
        if ((await lists.Of(AlumniLists.Forms, ct)).All(form => form.Code != command.Form))
            throw Refusal.Field("/form", $"There is no form of cooperation '{command.Form}'.");
        var now = clock.GetUtcNow();
        alumnus.Touch(now);
        var request = new AlumniRequest
        {
            ContactId = alumnus.ContactId,
            FormCode = command.Form,
            Topic = command.Topic.Trim(),
            HeldOn = command.HeldOn,
            Course = command.Course?.Trim(),
            Organiser = command.Organiser?.Trim(),
            AskedOn = command.AskedOn ?? Days.Of(now),
            Channel = command.Channel,
            State = command.State ?? RequestCodes.Asked,
            Outcome = command.Outcome?.Trim(),
            AskedById = user.Id,
            AskedBy = user.Name,
            CreatedAt = now,
            UpdatedAt = now,
        };
        db.Requests.Add(request);
        return AlumniRequestDetails.Of(request, card) with { Load = (await ContactLoad.Of(db, [alumnus.ContactId], clock, ct, more: 1))[alumnus.ContactId] };
    }
}
