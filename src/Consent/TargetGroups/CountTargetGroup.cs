namespace Karelia.Crm.Consent.TargetGroups;

[Allow(Role.Communications, Role.DataProtectionOfficer)]
internal sealed record CountTargetGroup(Condition Definition, int Examples = 0) : IQuery<CountedGroup>;

/// <summary>How many a definition means, and some of them by name when asked.</summary>
internal sealed record CountedGroup(int Count, IReadOnlyList<GroupMember> Examples) : IShowsPeople
{
    public IEnumerable<Guid> ShownPeople() => Examples.Select(example => example.ContactId);
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/target-groups/count", (CountTargetGroup query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("Counts whom a definition means, without saving it")
        .Produces<CountedGroup>();
}

file sealed class Rules : AbstractValidator<CountTargetGroup>
{
    public Rules()
    {
        RuleFor(q => q.Definition).NotNull().IsDefinition();
        RuleFor(q => q.Examples).InclusiveBetween(0, 20);
    }
}

file sealed class Handler(GroupPeople people, GroupFields fields) : IRequestHandler<CountTargetGroup, CountedGroup>
{
    public async Task<CountedGroup> Handle(CountTargetGroup query, CancellationToken ct)
    {
        var count = await people.Count(query.Definition, ct);
        if (query.Examples == 0)
            return new(count, []);
        var values = new List<object?>();
        return new(count, await people.Named(await fields.Sql(query.Definition, "p.contact_id", values, ct), values, null, query.Examples, ct));
    }
}
