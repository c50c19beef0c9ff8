namespace Karelia.Crm.Administration.Users;

[Allow(Role.Reader)]
internal sealed record ListStaff(string? Q = null, int? Limit = null) : IQuery<StaffList>;

/// <summary>Members of staff by name.</summary>
internal sealed record StaffList(IReadOnlyList<KnownUser> Items);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/staff", ([AsParameters] ListStaff query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("Colleagues to choose from: those whose account is in use, by name");
}

file sealed class Rules : AbstractValidator<ListStaff>
{
    public Rules()
    {
        RuleFor(q => q.Q).MaximumLength(200).IsPlainText();
        RuleFor(q => q.Limit).IsLimit();
    }
}

file sealed class Handler(AdministrationDb db) : IRequestHandler<ListStaff, StaffList>
{
    public async Task<StaffList> Handle(ListStaff query, CancellationToken ct)
    {
        var pattern = Paging.Like(query.Q ?? "");
        return new(await db.Users.Where(user => user.IsActive && EF.Functions.ILike(user.Name, pattern))
            .OrderBy(user => user.Name).ThenBy(user => user.Id).Take(query.Limit ?? Paging.Usual).Select(user => new KnownUser(user.Id, user.Name)).ToListAsync(ct));
    }
}
