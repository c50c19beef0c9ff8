using Karelia.Crm.Accounts.Contacts;

namespace Karelia.Crm.Accounts.Search;

[Allow(Role.Reader, Role.IntegrationRead)]
internal sealed record SearchEverything(string Q, int? Limit = null) : IQuery<SearchHits>;

internal sealed record SearchHits(IReadOnlyList<SearchHit> Items) : IShowsPeople
{
    public IEnumerable<Guid> ShownPeople() => Items.Where(hit => hit.Kind == "contact").Select(hit => hit.Id);
}

/// <summary>A hit; kind says what it is.</summary>
internal sealed record SearchHit(string Kind, Guid Id, string Title, string? Subtitle, string[] Roles, bool IsPassive);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/search", ([AsParameters] SearchEverything query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("One box over the register: accents and w/v forgiven, active ones first");
}

file sealed class Rules : AbstractValidator<SearchEverything>
{
    public Rules()
    {
        RuleFor(q => q.Q).NotEmpty().MaximumLength(200).IsPlainText();
        RuleFor(q => q.Limit).IsLimit();
    }
}

file sealed class Handler(AccountsDb db, CurrentUser user) : IRequestHandler<SearchEverything, SearchHits>
{
    public async Task<SearchHits> Handle(SearchEverything query, CancellationToken ct) => new(
        await (await db.Contacts.AsNoTracking().To(user).Matching(db, query.Q, ct))
            .OrderBy(c => c.IsPassive).ThenBy(c => EF.Property<string>(c, "SortName")).ThenBy(c => c.Id)
            .Take(query.Limit ?? 20)
            .Select(c => new SearchHit(
                "contact", c.Id, c.LastName + " " + (c.CalledName ?? c.FirstNames), c.Emails.Where(e => e.IsPrimary).Select(e => e.Address).FirstOrDefault() ?? c.Town,
                c.Roles.Where(r => r.EndedOn == null).OrderBy(r => r.Role).Select(r => r.Role).ToArray(), c.IsPassive))
            .ToListAsync(ct));
}
