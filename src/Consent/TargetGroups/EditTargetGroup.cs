namespace Karelia.Crm.Consent.TargetGroups;

[Allow(Role.Communications)]
internal sealed record EditTargetGroup : ICommand<TargetGroupDetails>
{
    public Optional<string> Name { get; init; }
    public Optional<string?> Description { get; init; }
    public Optional<Condition> Definition { get; init; }
    public Optional<bool> IsShared { get; init; }

    [FromRoute]
    public Guid Id { get; init; }
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPatch("/target-groups/{id:guid}", (Guid id, EditTargetGroup command, IMediator crm, CancellationToken ct) => crm.Send(command with { Id = id }, ct))
        .WithSummary("Changes a target group: its name, its definition, or whether others use it")
        .Produces<TargetGroupDetails>();
}

file sealed class Rules : AbstractValidator<EditTargetGroup>
{
    public Rules()
    {
        RuleFor(c => c.Name.Value).NotEmpty().MaximumLength(200).IsPlainText(lines: false).When(c => c.Name.IsSet).OverridePropertyName(nameof(EditTargetGroup.Name));
        RuleFor(c => c.Description.Value).MaximumLength(1000).IsPlainText().When(c => c.Description.IsSet).OverridePropertyName(nameof(EditTargetGroup.Description));
        RuleFor(c => c.Definition.Value).NotNull().When(c => c.Definition.IsSet).OverridePropertyName(nameof(EditTargetGroup.Definition));
        RuleFor(c => c.Definition.Value).IsDefinition();
    }
}

file sealed class Handler(GroupPeople people, CurrentUser user, Call call, TimeProvider clock) : IRequestHandler<EditTargetGroup, TargetGroupDetails>
{
    public async Task<TargetGroupDetails> Handle(EditTargetGroup command, CancellationToken ct)
    {
        var group = await people.Find(command.Id, ct);
        call.Expect(group.Version);
        if (command.Definition.IsSet && group.IsStatic)
            throw Refusal.Field("/definition", "This list is kept by hand: it has no definition.");
        (group.Name, group.Description, group.IsShared) = (command.Name.Or(group.Name).Trim(), command.Description.Or(group.Description), command.IsShared.Or(group.IsShared));
        if (command.Definition.IsSet)
            group.Definition = TargetGroup.Write(command.Definition.Value);
        group.Touch(clock.Now());
        return TargetGroupDetails.Of(group, user, await people.Count(group, ct));
    }
}
