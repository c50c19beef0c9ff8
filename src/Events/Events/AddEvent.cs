using Karelia.Crm.Administration;
using Karelia.Crm.Kernel.Web;

namespace Karelia.Crm.Events.Events;

[Allow(Role.CustomerManager)]
internal sealed record AddEvent(
    string Name,
    string Kind,
    IReadOnlyList<SessionLine> Sessions,
    string? State = null,
    string? Description = null,
    decimal? Credits = null,
    int? Capacity = null,
    Guid? AccountId = null,
    IReadOnlyList<Guid>? OrganiserIds = null) : ICommand<EventDetails>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/events", async (AddEvent command, IMediator crm, CancellationToken ct) =>
        {
            var added = await crm.Send(command, ct);
            return Endpoints.Created($"/events/{added.Id}", added);
        })
        .WithSummary("Adds continuing education, an event or an RDI event with its sessions");
}

file sealed class Rules : AbstractValidator<AddEvent>
{
    public Rules()
    {
        RuleFor(e => e.Name).IsName();
        RuleFor(e => e.Kind).NotNull().IsOneOf(EventCodes.Kinds);
        RuleFor(e => e.Sessions).AreSessions();
        RuleForEach(e => e.Sessions).SetValidator(new SessionRules());
        RuleFor(e => e.State).IsOneOf(EventCodes.States);
        RuleFor(e => e.Description).MaximumLength(5000).IsPlainText();
        RuleFor(e => e.Credits).AreCredits();
        RuleFor(e => e.Capacity).InclusiveBetween(1, 100_000);
        RuleFor(e => e.OrganiserIds).IsShortList();
    }
}

file sealed class Handler(EventsDb db, IUsers users, CurrentUser user, TimeProvider clock) : IRequestHandler<AddEvent, EventDetails>
{
    public async Task<EventDetails> Handle(AddEvent command, CancellationToken ct)
    {
        var now = clock.Now();
        var added = new Event
        {
            Name = command.Name.Trim(),
            Kind = command.Kind,
            State = command.State ?? EventCodes.Planned,
            Description = EventCodes.Trimmed(command.Description),
            Credits = command.Credits,
            Capacity = command.Capacity,
            AccountId = await db.Account(command.AccountId, null, ct),
            CreatedById = user.Id,
            CreatedBy = user.Name,
            CreatedAt = now,
            UpdatedAt = now,
        };
        added.Meet(command.Sessions);
        await added.Organise(command.OrganiserIds ?? [], users, ct);
        db.Events.Add(added);
        return await db.Show(added, ct);
    }
}
