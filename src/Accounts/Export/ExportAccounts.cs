using Karelia.Crm.Accounts.Accounts;
using Karelia.Crm.Kernel.Audit;
using Karelia.Crm.Spreadsheets;

namespace Karelia.Crm.Accounts.Export;

[Allow(Role.Reader)]
internal sealed record ExportAccounts : AccountFilter, IQuery<SheetAnswer>
{
    public string? Sort { get; init; }

    /// <summary>In this order; all of them when none is named.</summary>
    public string[]? Columns { get; init; }

    /// <summary>The language of headings and words: fi or en.</summary>
    public string? Headings { get; init; }
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/accounts.xlsx", ([AsParameters] ExportAccounts query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("The list of organisations as a workbook: all that match, in the columns asked for")
        .Produces(StatusCodes.Status200OK, contentType: SheetAnswer.ContentType);
}

file sealed class Rules : AccountFilterRules<ExportAccounts>
{
    public Rules()
    {
        RuleFor(q => q.Sort).IsOneOf(AccountOrders.All.Names);
        RuleFor(q => q.Columns).IsShortList();
        RuleForEach(q => q.Columns).IsOneOf([.. AccountColumns.All.Select(column => column.Id)]);
        RuleFor(q => q.Headings).IsOneOf(["fi", "en"]);
    }
}

file static class AccountColumns
{
    public static readonly SheetColumn<AccountItem>[] All =
    [
        new("name", "Nimi", "Name", (a, _) => a.Name),
        new("businessId", "Y-tunnus", "Business id", (a, _) => a.BusinessId),
        new("state", "Tila", "State", (a, language) => Words.Of(a.IsPassive ? "passive" : "active", language)),
        new("kind", "Laji", "Kind", (a, language) => Words.Of(a.Kind, language)),
        new("relationships", "Suhde", "Relationships", (a, language) => Words.Of(a.Relationships, language)),
        new("customerKinds", "Asiakkuus", "Customer of", (a, language) => Words.Of(a.CustomerKinds, language)),
        new("industry", "Toimiala", "Industry", (a, _) => a.Industry),
        new("municipality", "Kunta", "Municipality", (a, _) => a.Municipality),
        new("sizeClass", "Kokoluokka", "Size", (a, language) => Words.Of(a.SizeClass, language)),
        new("phone", "Puhelin", "Phone", (a, _) => a.Phone),
        new("website", "Verkkosivu", "Website", (a, _) => a.Website),
        new("status", "Yhteistyön tila", "Status of the cooperation", (a, language) => Words.Of(a.Status, language)),
        new("owner", "Vastuuhenkilö", "Owner", (a, _) => a.Owner?.Name),
        new("contacts", "Henkilöitä", "People", (a, _) => a.Contacts.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        new("updated", "Muokattu", "Changed", (a, language) => Sheet.Day(a.UpdatedAt, language)),
        new("id", "Tunniste", "Id", (a, _) => a.Id.ToString()),
    ];
}

file sealed class Handler(AccountsDb db, AuditLog audit, TimeProvider clock) : IRequestHandler<ExportAccounts, SheetAnswer>
{
    public async Task<SheetAnswer> Handle(ExportAccounts query, CancellationToken ct)
    {
        var accounts = db.Accounts.AsNoTracking();
        var ids = (await AccountOrders.All.Page(accounts.Chosen(db, query), query.Sort, Sheet.MostRows, null, false, a => a.Id, ct)).Whole();
        await audit.Bulk(nameof(ExportAccounts), "export", "account", null, [], ct);
        return Sheet.Of(
            query.Headings == "en" ? "Organisations" : "Organisaatiot", AccountColumns.All, query.Columns, query.Headings, clock.GetUtcNow(), ids, a => a.Id,
            (chunk, stop) => accounts.Where(a => chunk.Contains(a.Id)).Select(AccountItem.From(db)).ToListAsync(stop));
    }
}
