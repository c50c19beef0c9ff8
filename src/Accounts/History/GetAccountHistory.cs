using Karelia.Crm.Accounts.Accounts;

namespace Karelia.Crm.Accounts.History;

[Allow(Role.Reader)]
internal sealed record GetAccountHistory([property: FromRoute] Guid Id, string? Field = null, int? Limit = null, string? Cursor = null) : IQuery<Page<FieldChange>>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/accounts/{id:guid}/history", ([AsParameters] GetAccountHistory query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("What each field of an organisation was before, newest first: old, new, who and when");
}

file sealed class Rules : AbstractValidator<GetAccountHistory>
{
    public Rules()
    {
        RuleFor(q => q.Field).IsOneOf([.. FieldHistory.OfAccount.Values]);
        RuleFor(q => q.Limit).IsLimit();
    }
}

file sealed class Handler(AccountsDb db, DbSession session) : IRequestHandler<GetAccountHistory, Page<FieldChange>>
{
    public async Task<Page<FieldChange>> Handle(GetAccountHistory query, CancellationToken ct) => await FieldHistory.Read(
        session, "kernel.audit_entries e join kernel.audit_values v on v.entry_id = e.id and e.entity_id = $1", (await db.Find(query.Id, ct)).Id, FieldHistory.OfAccount, query.Field,
        query.Limit, query.Cursor, ct);
}
