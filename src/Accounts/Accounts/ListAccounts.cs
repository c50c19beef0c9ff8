namespace Karelia.Crm.Accounts.Accounts;

[Allow(Role.Reader, Role.IntegrationRead)]
internal sealed record ListAccounts(
    string? Q = null,
    string? Kind = null,
    string? Relationship = null,
    string? CustomerKind = null,
    string? Status = null,
    string? Industry = null,
    string? Municipality = null,
    string? SizeClass = null,
    Guid? OwnerId = null,
    Guid? ParentId = null,
    bool? Passive = null,
    string? From = null,
    string? Sort = null,
    int? Limit = null,
    string? Cursor = null,
    bool Count = false) : IQuery<Page<AccountItem>>;

/// <summary>An organisation in a list.</summary>
internal sealed record AccountItem(
    Guid Id, string Name, string? BusinessId, string Kind, string[] Relationships, string[] CustomerKinds, string? Industry, string? Municipality, string? SizeClass, string? Phone,
    string? Website, string? Status, Owner? Owner, int Contacts, bool IsPassive, DateTimeOffset UpdatedAt);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/accounts", ([AsParameters] ListAccounts query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("Organisations, by name unless sorted otherwise; from= begins at a letter of the alphabet")
        .Produces<Page<AccountItem>>();
}

file static class Orders
{
    public static readonly Sorts<Account> All = new Sorts<Account>(a => a.Id).By("name", a => EF.Property<string>(a, "SortName")).By("updatedAt", a => a.UpdatedAt);
}

file sealed class Rules : AbstractValidator<ListAccounts>
{
    public Rules()
    {
        RuleFor(q => q.Q).MaximumLength(200).IsPlainText();
        RuleFor(q => q.Kind).IsOneOf(AccountCodes.Kinds);
        RuleFor(q => q.Relationship).IsOneOf(AccountCodes.Relationships);
        RuleFor(q => q.CustomerKind).IsOneOf(AccountCodes.CustomerKinds);
        RuleFor(q => q.Status).IsOneOf(CooperationStatuses.All);
        RuleFor(q => q.Industry).IsIndustry();
        RuleFor(q => q.Municipality).MaximumLength(100).IsPlainText();
        RuleFor(q => q.SizeClass).IsOneOf(AccountCodes.SizeClasses);
        RuleFor(q => q.From).MaximumLength(50).IsPlainText();
        RuleFor(q => q.Sort).IsOneOf(Orders.All.Names);
        RuleFor(q => q.Limit).IsLimit();
        RuleFor(q => q.Cursor).MaximumLength(1000);
    }
}

file sealed class Handler(AccountsDb db) : IRequestHandler<ListAccounts, Page<AccountItem>>
{
    public Task<Page<AccountItem>> Handle(ListAccounts query, CancellationToken ct) => Orders.All.Page(
        db.Accounts.AsNoTracking().Chosen(query), query.Sort, query.Limit, query.Cursor, query.Count,
        a => new AccountItem(
            a.Id, a.Name, a.BusinessId, a.Kind, a.Relationships, a.CustomerKinds, a.Industry, a.Municipality, a.SizeClass, a.Phone, a.Website, a.Status,
            a.OwnerId == null ? null : new(a.OwnerId.Value, a.OwnerName!), db.Affiliations.Count(f => f.AccountId == a.Id && f.ValidTo == null), a.IsPassive, a.UpdatedAt),
        ct);
}

/// <summary>The list's filters, for what works on all that match them.</summary>
internal static class Choosing
{
    public static IQueryable<Account> Chosen(this IQueryable<Account> accounts, ListAccounts query)
    {
        accounts = accounts.Where(a => a.MergedIntoId == null);
        foreach (var pattern in (query.Q ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Paging.Like))
            accounts = accounts.Where(a => EF.Functions.Like(EF.Property<string>(a, "SearchText"), AccountsDb.Fold(pattern)));
        if (query.Kind is not null)
            accounts = accounts.Where(a => a.Kind == query.Kind);
        if (query.Relationship is not null)
            accounts = accounts.Where(a => a.Relationships.Contains(query.Relationship));
        if (query.CustomerKind is not null)
            accounts = accounts.Where(a => a.CustomerKinds.Contains(query.CustomerKind));
        if (query.Status is not null)
            accounts = accounts.Where(a => a.Status == query.Status);
        if (query.Industry is not null)
            accounts = accounts.Where(a => a.Industry!.StartsWith(query.Industry));
        if (query.Municipality is not null)
            accounts = accounts.Where(a => a.Municipality == query.Municipality);
        if (query.SizeClass is not null)
            accounts = accounts.Where(a => a.SizeClass == query.SizeClass);
        if (query.OwnerId is not null)
            accounts = accounts.Where(a => a.OwnerId == query.OwnerId);
        if (query.ParentId is not null)
            accounts = accounts.Where(a => a.ParentId == query.ParentId);
        if (query.Passive is not null)
            accounts = accounts.Where(a => a.IsPassive == query.Passive);
        if (query.From is not null)
            accounts = accounts.Where(a => string.Compare(EF.Property<string>(a, "SortName"), query.From) >= 0);
        return accounts;
    }
}
