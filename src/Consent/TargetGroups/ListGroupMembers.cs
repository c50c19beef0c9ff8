namespace Karelia.Crm.Consent.TargetGroups;

[Allow(Role.Communications, Role.DataProtectionOfficer)]
internal sealed record ListGroupMembers([property: FromRoute] Guid Id, int? Limit = null, string? Cursor = null, bool? Count = null) : IQuery<GroupMembers>;

internal sealed record GroupMembers(IReadOnlyList<GroupMember> Items, string? NextCursor) : Page<GroupMember>(Items, NextCursor), IShowsPeople
{
    public IEnumerable<Guid> ShownPeople() => Items.Select(person => person.ContactId);
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/target-groups/{id:guid}/members", ([AsParameters] ListGroupMembers query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("The people whom a target group means now, by name")
        .Produces<GroupMembers>();
}

file sealed class Rules : AbstractValidator<ListGroupMembers>
{
    public Rules() => RuleFor(q => q.Limit).IsLimit();
}

file sealed class Handler(GroupPeople people) : IRequestHandler<ListGroupMembers, GroupMembers>
{
    public async Task<GroupMembers> Handle(ListGroupMembers query, CancellationToken ct)
    {
        (string, Guid)? after = Cursor.Read(query.Cursor, 2) is [{ } name, { } id] ? (name, Cursor.Key<Guid>(id)) : null;
        var group = await people.Find(query.Id, ct);
        var values = new List<object?>();
        var condition = await people.Sql(group, "p.contact_id", values, ct);
        var total = query.Count == true ? await people.Count(group, ct) : (int?)null;
        var size = query.Limit ?? Paging.Usual;
        var page = Paging.Of(await people.Named(condition, values, after, size + 1, ct), size, person => Cursor.After(person.SortName, person.ContactId.ToString()));
        return new(page.Items, page.NextCursor) { Total = total };
    }
}
