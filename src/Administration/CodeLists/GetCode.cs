namespace Karelia.Crm.Administration.CodeLists;

[Allow(Role.Reader, Role.Admin, Role.IntegrationRead)]
internal sealed record GetCode([property: FromRoute] string List, [property: FromRoute] string Code) : IQuery<CodeDetails>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/code-lists/{list}/codes/{code}", ([AsParameters] GetCode query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("One code of a list");
}

file sealed class Rules : AbstractValidator<GetCode>
{
    public Rules()
    {
        RuleFor(q => q.List).IsCode();
        RuleFor(q => q.Code).IsCode();
    }
}

file sealed class Handler(AdministrationDb db) : IRequestHandler<GetCode, CodeDetails>
{
    public async Task<CodeDetails> Handle(GetCode query, CancellationToken ct) =>
        CodeDetails.Of(await db.Codes.AsNoTracking().FirstOrDefaultAsync(c => c.List == query.List && c.Code == query.Code, ct) ?? throw Refusal.Unknown());
}
