using System.Linq.Expressions;

namespace Karelia.Crm.Accounts.Accounts;

[Allow(Role.Reader, Role.IntegrationRead)]
internal sealed record ListAccounts : AccountFilter, IQuery<Page<AccountItem>>
{
    public string? Sort { get; init; }
    public int? Limit { get; init; }
    public string? Cursor { get; init; }
    public bool? Count { get; init; }
}

/// <summary>An organisation in a list.</summary>
internal sealed record AccountItem(
    Guid Id, string Name, string? BusinessId, string Kind, string[] Relationships, string[] CustomerKinds, string? Industry, string? Municipality, string? SizeClass, string? Phone,
    string? Website, string? Status, Owner? Owner, int Contacts, bool IsPassive, DateTimeOffset UpdatedAt)
{
    public static Expression<Func<Account, AccountItem>> From(AccountsDb db) => a => new(
        a.Id, a.Name, a.BusinessId, a.Kind, a.Relationships, a.CustomerKinds, a.Industry, a.Municipality, a.SizeClass, a.Phone, a.Website, a.Status,
        a.OwnerId == null ? null : new(a.OwnerId.Value, a.OwnerName!), db.Affiliations.Count(f => f.AccountId == a.Id && f.ValidTo == null), a.IsPassive, a.UpdatedAt);
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/accounts", ([AsParameters] ListAccounts query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("Organisations, by name unless sorted otherwise; from= begins at a letter of the alphabet")
        .Produces<Page<AccountItem>>();
}

file sealed class Rules : AccountFilterRules<ListAccounts>
{
    public Rules()
    {
        RuleFor(q => q.Sort).IsOneOf(AccountOrders.All.Names);
        RuleFor(q => q.Limit).IsLimit();
    }
}

file sealed class Handler(AccountsDb db) : IRequestHandler<ListAccounts, Page<AccountItem>>
{
    public Task<Page<AccountItem>> Handle(ListAccounts query, CancellationToken ct) =>
        AccountOrders.All.Page(db.Accounts.AsNoTracking().Chosen(db, query), query.Sort, query.Limit, query.Cursor, query.Count, AccountItem.From(db), ct);
}

/// <summary>The orders of the list, of an export too.</summary>
internal static class AccountOrders
{
    public static readonly Sorts<Account> All = new Sorts<Account>(a => a.Id)
        .By("name", a => EF.Property<string>(a, "SortName")).By("updatedAt", a => a.UpdatedAt).By("municipality", a => a.Municipality ?? "");
}
