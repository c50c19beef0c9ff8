using Karelia.Crm.Kernel.Web;

namespace Karelia.Crm.Consent.TargetGroups;

[Allow(Role.Communications)]
internal sealed record AddTargetGroup(string Name, Condition? Definition = null, string? Description = null, bool IsShared = true) : ICommand<TargetGroupDetails>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/target-groups", async (AddTargetGroup command, IMediator crm, CancellationToken ct) =>
        {
            var group = await crm.Send(command, ct);
            return Endpoints.Created($"/target-groups/{group.Id}", group);
        })
        .WithSummary("Saves a target group: by a definition, or without one a list that is kept by hand");
}

file sealed class Rules : AbstractValidator<AddTargetGroup>
{
    public Rules()
    {
        RuleFor(c => c.Name).NotEmpty().MaximumLength(200).IsPlainText(lines: false);
        RuleFor(c => c.Description).MaximumLength(1000).IsPlainText();
        RuleFor(c => c.Definition).IsDefinition();
    }
}

file sealed class Handler(ConsentDb db, GroupPeople people, CurrentUser user, TimeProvider clock) : IRequestHandler<AddTargetGroup, TargetGroupDetails>
{
    public async Task<TargetGroupDetails> Handle(AddTargetGroup command, CancellationToken ct)
    {
        var now = clock.Now();
        var group = new TargetGroup
        {
            Name = command.Name.Trim(),
            Description = command.Description?.Trim(),
            Definition = command.Definition is null ? null : TargetGroup.Write(command.Definition),
            IsShared = command.IsShared,
            OwnerId = user.Id,
            OwnerName = user.Name,
            CreatedAt = now,
            UpdatedAt = now,
        };
        db.TargetGroups.Add(group);
        return TargetGroupDetails.Of(group, user, await people.Count(group, ct));
    }
}
