using System.Text.Json.Serialization;
using Karelia.Crm.Accounts.Contacts;

namespace Karelia.Crm.Accounts.History;

[Allow(Role.Reader)]
internal sealed record GetContactHistory([property: FromRoute] Guid Id, string? Field = null, int? Limit = null, string? Cursor = null) : IQuery<ContactHistory>;

internal sealed record ContactHistory(IReadOnlyList<FieldChange> Items, string? NextCursor) : Page<FieldChange>(Items, NextCursor), IShowsPeople
{
    [JsonIgnore]
    public Guid ContactId { get; init; }

    public IEnumerable<Guid> ShownPeople() => [ContactId];
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/contacts/{id:guid}/history", ([AsParameters] GetContactHistory query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("What each field of a person was before, newest first: old, new, who and when");
}

file sealed class Rules : AbstractValidator<GetContactHistory>
{
    public Rules()
    {
        RuleFor(q => q.Field).IsOneOf([.. FieldHistory.OfContact.Values]);
        RuleFor(q => q.Limit).IsLimit();
    }
}

file sealed class Handler(AccountsDb db, IPersonHistory history, CurrentUser user) : IRequestHandler<GetContactHistory, ContactHistory>
{
    public async Task<ContactHistory> Handle(GetContactHistory query, CancellationToken ct)
    {
        var id = (await db.Find(query.Id, user, ct)).Id;
        var page = await history.Of(id, FieldHistory.OfContact, query.Field, query.Limit, query.Cursor, ct);
        return new(page.Items, page.NextCursor) { ContactId = id };
    }
}
