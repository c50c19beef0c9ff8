namespace Karelia.Crm.Administration.CodeLists;

[Allow(Role.Reader, Role.Admin, Role.IntegrationRead)]
internal sealed record ListCodes([property: FromRoute] string List) : IQuery<Page<CodeDetails>>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/code-lists/{list}/codes", ([AsParameters] ListCodes query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("The codes of a list in their order, retired ones too");
}

file sealed class Rules : AbstractValidator<ListCodes>
{
    public Rules() => RuleFor(q => q.List).IsCode();
}

file sealed class Handler(AdministrationDb db, Lists lists) : IRequestHandler<ListCodes, Page<CodeDetails>>
{
    public async Task<Page<CodeDetails>> Handle(ListCodes query, CancellationToken ct)
    {
        if (lists.All.All(list => list.Code != query.List))
            throw Refusal.Unknown();
        return new([.. (await db.Codes.AsNoTracking().Where(c => c.List == query.List).OrderBy(c => c.Position).ThenBy(c => c.Code).ToListAsync(ct)).Select(CodeDetails.Of)], null);
    }
}
