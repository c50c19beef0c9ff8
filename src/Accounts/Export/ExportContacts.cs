using Karelia.Crm.Accounts.Contacts;
using Karelia.Crm.Kernel.Audit;
using Karelia.Crm.Spreadsheets;

namespace Karelia.Crm.Accounts.Export;

[Allow(Kernel.Role.Reader)]
internal sealed record ExportContacts : PeopleFilter, IQuery<SheetAnswer>
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
        .MapGet("/contacts.xlsx", ([AsParameters] ExportContacts query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("The list of people as a workbook: all that match, in the columns asked for; restricted people are in no file")
        .Produces(StatusCodes.Status200OK, contentType: SheetAnswer.ContentType);
}

file sealed class Rules : PeopleFilterRules<ExportContacts>
{
    public Rules()
    {
        RuleFor(q => q.Sort).IsOneOf(ContactOrders.All.Names);
        RuleFor(q => q.Columns).IsShortList();
        RuleForEach(q => q.Columns).IsOneOf([.. ContactColumns.All.Select(column => column.Id).Distinct()]);
        RuleFor(q => q.Headings).IsOneOf(["fi", "en"]);
    }
}

file static class ContactColumns
{
    public static readonly SheetColumn<ContactItem>[] All =
    [
        new("name", "Sukunimi", "Last name", (c, _) => c.LastName),
        new("name", "Etunimet", "First names", (c, _) => c.FirstNames),
        new("state", "Tila", "State", (c, language) => Words.Of(c.IsPassive ? "passive" : "active", language)),
        new("employer", "Organisaatio", "Organisation", (c, _) => c.Employer),
        new("title", "Tehtävä", "Title", (c, _) => c.Title),
        new("roles", "Roolit", "Roles", (c, language) => Words.Of(c.Roles, language)),
        new("email", "Sähköposti", "Email", (c, _) => c.Email),
        new("phone", "Puhelin", "Phone", (c, _) => c.Phone),
        new("town", "Paikkakunta", "Town", (c, _) => c.Town),
        new("status", "Yhteistyön tila", "Status of the cooperation", (c, language) => Words.Of(c.Status, language)),
        new("owner", "Vastuuhenkilö", "Owner", (c, _) => c.Owner?.Name),
        new("language", "Kieli", "Language", (c, language) => Words.Of(c.Language, language)),
        new("updated", "Muokattu", "Changed", (c, language) => Sheet.Day(c.UpdatedAt, language)),
        new("id", "Tunniste", "Id", (c, _) => c.Id.ToString()),
    ];
}

file sealed class Handler(AccountsDb db, Groups groups, CurrentUser user, AuditLog audit, TimeProvider clock) : IRequestHandler<ExportContacts, SheetAnswer>
{
    public async Task<SheetAnswer> Handle(ExportContacts query, CancellationToken ct)
    {
        var people = db.Contacts.AsNoTracking().To(user).Where(c => c.RestrictedAt == null);
        var ids = (await ContactOrders.All.Page(await people.Chosen(db, groups, query, ct), query.Sort, Sheet.MostRows, null, false, c => c.Id, ct)).Whole();
        await audit.Bulk(nameof(ExportContacts), "export", "contact", null, [.. ids], ct);
        return Sheet.Of(
            query.Headings == "en" ? "Contacts" : "Yhteyshenkilöt", ContactColumns.All, query.Columns, query.Headings, clock.GetUtcNow(), ids, c => c.Id,
            (chunk, stop) => people.Where(c => chunk.Contains(c.Id)).Select(ContactItem.From(db)).ToListAsync(stop));
    }
}
