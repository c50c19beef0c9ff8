using Karelia.Crm.Accounts.Contacts;

namespace Karelia.Crm.Accounts.MyWork;

[Allow(Role.CustomerManager, Role.PartnershipManager, Role.AlumniCoordinator, Role.ExpertCoordinator)]
internal sealed record ListContactsToConfirm(int? Limit = null, string? Cursor = null, bool? Count = null) : IQuery<ContactPage>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/worklists/contacts-to-confirm", ([AsParameters] ListContactsToConfirm query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("Contacts in the caller's care, or of organisations in it, that nobody edited or confirmed for a year; the longest untouched first");
}

file sealed class Rules : AbstractValidator<ListContactsToConfirm>
{
    public Rules() => RuleFor(q => q.Limit).IsLimit();
}

file sealed class Handler(AccountsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<ListContactsToConfirm, ContactPage>
{
    private const int Months = 12;

    public async Task<ContactPage> Handle(ListContactsToConfirm query, CancellationToken ct)
    {
        var (stale, today) = (clock.GetUtcNow().AddMonths(-Months), clock.Today());
        var mine = db.Contacts.Where(c => c.OwnerId == user.Id).Select(c => c.Id).Union(
            from place in db.Affiliations
            join account in db.Accounts on place.AccountId equals account.Id
            where account.OwnerId == user.Id && !account.IsPassive && account.MergedIntoId == null && (place.ValidTo == null || place.ValidTo >= today)
            select place.ContactId);
        var people = db.Contacts.AsNoTracking().To(user).Where(c => !c.IsPassive && c.UpdatedAt < stale && mine.Contains(c.Id));
        var page = await ContactOrders.All.Page(people, "updatedAt", query.Limit, query.Cursor, query.Count, ContactItem.From(db), ct);
        return new(page.Items, page.NextCursor) { Total = page.Total };
    }
}
