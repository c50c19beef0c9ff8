namespace Karelia.Crm.Alumni.Alumni;

[Allow(Role.AlumniCoordinator, Role.Communications, Role.DataProtectionOfficer, Role.PartnershipManager, Role.CustomerManager, Role.ExpertCoordinator)]
internal sealed record ListAlumni(
    string? Q = null,
    string? Programme = null,
    string? Degree = null,
    int? GraduatedFrom = null,
    int? GraduatedTo = null,
    string? Form = null,
    string? Town = null,
    bool? Mailable = null,
    bool? Passive = null,
    string? Sort = null,
    int? Limit = null,
    string? Cursor = null,
    bool? Count = null) : IQuery<AlumniPage>;

internal sealed record AlumniPage(IReadOnlyList<AlumnusItem> Items, string? NextCursor) : Page<AlumnusItem>(Items, NextCursor), IShowsPeople
{
    public IEnumerable<Guid> ShownPeople() => Items.Select(item => item.ContactId);
}

/// <summary>An alumnus in a list, with the latest degree. Mailable: the alumni letter may be sent by e-mail.</summary>
internal sealed record AlumnusItem(
    Guid ContactId,
    string LastName,
    string FirstNames,
    string? CalledName,
    string? FormerLastName,
    string? Email,
    string? Town,
    string? Programme,
    string? Degree,
    int? Graduated,
    string? Employer,
    string? Task,
    string[] Forms,
    bool Mailable,
    bool IsPassive);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/alumni", ([AsParameters] ListAlumni query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("Alumni, by name unless sorted otherwise; 'who could lecture on X, host a visit in Y'");
}

file static class Orders
{
    public static readonly Sorts<AlumnusRow> All =
        new Sorts<AlumnusRow>(row => row.Alumnus.ContactId).By("name", row => row.Card.SortName, row => row.Card.Id).By("graduated", row => row.Alumnus.Graduated).By("updatedAt", row => row.Alumnus.UpdatedAt);
}

file sealed class Rules : AbstractValidator<ListAlumni>
{
    public Rules()
    {
        RuleFor(q => q.Q).MaximumLength(200).IsPlainText();
        RuleFor(q => q.Programme).MaximumLength(200).IsPlainText();
        RuleFor(q => q.Degree).MaximumLength(200).IsPlainText();
        RuleFor(q => q.Form).MaximumLength(50).IsPlainText();
        RuleFor(q => q.Town).MaximumLength(100).IsPlainText();
        RuleFor(q => q.GraduatedFrom).InclusiveBetween(1900, 2200);
        RuleFor(q => q.GraduatedTo).InclusiveBetween(1900, 2200);
        RuleFor(q => q.Sort).IsOneOf(Orders.All.Names);
        RuleFor(q => q.Limit).IsLimit();
    }
}

file sealed class Handler(AlumniDb db) : IRequestHandler<ListAlumni, AlumniPage>
{
    public async Task<AlumniPage> Handle(ListAlumni query, CancellationToken ct)
    {
        var page = await Orders.All.Page(
            await AlumniFilter.Apply(db, query, ct), query.Sort, query.Limit, query.Cursor, count: false,
            row => new AlumnusItem(
                row.Alumnus.ContactId, row.Card.LastName, row.Card.FirstNames, row.Card.CalledName, row.Alumnus.FormerLastName, row.Card.Email, row.Card.Town,
                row.Alumnus.Degrees.OrderByDescending(d => d.GraduatedYear ?? 0).ThenBy(d => d.Id).Select(d => d.Programme).FirstOrDefault(),
                row.Alumnus.Degrees.OrderByDescending(d => d.GraduatedYear ?? 0).ThenBy(d => d.Id).Select(d => d.Title).FirstOrDefault(),
                row.Alumnus.Graduated == 0 ? null : row.Alumnus.Graduated,
                row.Alumnus.Employer, row.Alumnus.Task,
                row.Alumnus.Interests.OrderBy(i => i.FormCode).Select(i => i.FormCode).ToArray(),
                false, row.Card.IsPassive),
            ct);
        // One question for the page: asked of each row, it would cost more than the page.
        var people = page.Items.Select(item => item.ContactId).ToList();
        var mailable = await db.Mailable("email", "alumni").Where(m => people.Contains(m.ContactId)).Select(m => m.ContactId).ToHashSetAsync(ct);
        return new([.. page.Items.Select(item => item with { Mailable = mailable.Contains(item.ContactId) })], page.NextCursor) { Total = query.Count == true ? await AlumniFilter.Count(db, query, ct) : null };
    }
}
