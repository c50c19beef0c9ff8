namespace Karelia.Crm.Administration.CodeLists;

[Allow(Role.Reader, Role.Admin, Role.IntegrationRead)]
internal sealed record ListCodeLists : IQuery<Page<CodeListItem>>;

/// <summary>A list of codes that is edited without a release, and whether the caller may.</summary>
internal sealed record CodeListItem(string List, string Fi, string En, int Codes, bool MayEdit);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/code-lists", ([AsParameters] ListCodeLists query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("The code lists that are edited without a release");
}

file sealed class Handler(AdministrationDb db, Lists lists) : IRequestHandler<ListCodeLists, Page<CodeListItem>>
{
    public async Task<Page<CodeListItem>> Handle(ListCodeLists query, CancellationToken ct)
    {
        var counts = await db.Codes.Where(c => !c.IsRetired).GroupBy(c => c.List).Select(list => new { list.Key, Count = list.Count() }).ToDictionaryAsync(list => list.Key, list => list.Count, ct);
        return new([.. lists.All.OrderBy(list => list.Fi, StringComparer.Ordinal).Select(list => new CodeListItem(list.Code, list.Fi, list.En, counts.GetValueOrDefault(list.Code), lists.MayEdit(list)))], null);
    }
}
