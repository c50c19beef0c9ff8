using Karelia.Crm.ExpertPool.Search;

namespace Karelia.Crm.ExpertPool.Experts;

[Allow(Role.ExpertCoordinator, Role.CustomerManager, Role.DataProtectionOfficer)]
internal sealed record ListExperts(
    string? Q = null,
    string? Name = null,
    string? Tag = null,
    string? Field = null,
    string? Form = null,
    string? Language = null,
    string? Town = null,
    DateOnly? AvailableOn = null,
    DateOnly? RenewBefore = null,
    bool? Mailable = null,
    bool? Passive = null,
    string? Sort = null,
    int? Limit = null,
    string? Cursor = null,
    bool? Count = null) : IQuery<ExpertPage>;

internal sealed record ExpertPage(IReadOnlyList<ExpertItem> Items, string? NextCursor) : Page<ExpertItem>(Items, NextCursor), IShowsPeople
{
    public IEnumerable<Guid> ShownPeople() => Items.Select(item => item.ContactId);
}

/// <summary>An expert in a list. Match: why it was found, when something was asked. Mailable: messages about trainings may be sent by e-mail.</summary>
internal sealed record ExpertItem(
    Guid ContactId,
    string LastName,
    string FirstNames,
    string? CalledName,
    string? Email,
    string? Town,
    string? Employer,
    string? Task,
    string? Competence,
    string[] Tags,
    string[] Fields,
    string[] Forms,
    string[] Languages,
    string? Availability,
    DateOnly? AvailableFrom,
    DateOnly ConsentValidUntil,
    bool IsPassive)
{
    public bool Mailable { get; init; }
    public MatchLine? Match { get; init; }
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/experts", ([AsParameters] ListExperts query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("Experts, by name, or with q by the match alone: Finnish and English word forms, parts of compounds, synonyms and typing errors, each hit with its reasons");
}

file static class Orders
{
    public const string Match = "match";

    public static readonly Sorts<ExpertRow> All = new Sorts<ExpertRow>(row => row.Expert.ContactId).By("name", row => row.Card.SortName, row => row.Card.Id).By("updatedAt", row => row.Expert.UpdatedAt)
        .By("consentValidUntil", row => row.Consent.ValidUntil).By(Match, row => row.Rank);
}

file sealed class Rules : AbstractValidator<ListExperts>
{
    public Rules()
    {
        RuleFor(q => q.Q).MaximumLength(200).IsPlainText();
        RuleFor(q => q.Name).MaximumLength(200).IsPlainText();
        RuleFor(q => q.Tag).MaximumLength(50).IsPlainText();
        RuleFor(q => q.Field).MaximumLength(50).IsPlainText();
        RuleFor(q => q.Form).MaximumLength(50).IsPlainText();
        RuleFor(q => q.Language).MaximumLength(10).IsPlainText();
        RuleFor(q => q.Town).MaximumLength(100).IsPlainText();
        RuleFor(q => q.Sort).IsOneOf([.. Orders.All.Names.Except([$"-{Orders.Match}"])]);
        RuleFor(q => q.Sort).Must((query, sort) => sort != Orders.Match || !string.IsNullOrWhiteSpace(query.Q)).WithMessage("Only what was asked for can be sorted by its match.");
        RuleFor(q => q.Limit).IsLimit();
    }
}

file sealed class Handler(ExpertPoolDb db, Asking asking) : IRequestHandler<ListExperts, ExpertPage>
{
    public async Task<ExpertPage> Handle(ListExperts query, CancellationToken ct)
    {
        var question = string.IsNullOrWhiteSpace(query.Q) ? null : await asking.Understand(query.Q, ct);
        var page = await Orders.All.Page(
            ExpertFilter.Apply(db, query, question), query.Sort ?? (question is null ? null : Orders.Match), query.Limit, query.Cursor, query.Count,
            row => new ExpertItem(
                row.Expert.ContactId, row.Card.LastName, row.Card.FirstNames, row.Card.CalledName, row.Card.Email, row.Card.Town, row.Expert.Employer, row.Expert.Task, row.Expert.Competence,
                row.Expert.Tags, row.Expert.Fields, row.Expert.Forms, row.Expert.Languages, row.Expert.Availability, row.Expert.AvailableFrom, row.Consent.ValidUntil,
                row.Card.IsPassive),
            ct);
        // One question for the page: asked of each row, it would cost more than the search.
        var people = page.Items.Select(item => item.ContactId).ToList();
        var mailable = await db.Mailable("email", ExpertFilter.Topic).Where(m => people.Contains(m.ContactId)).Select(m => m.ContactId).ToHashSetAsync(ct);
        var items = page.Items.Select(item => item with { Mailable = mailable.Contains(item.ContactId) }).ToList();
        return new(question is null ? items : await Explain(question, items, ct), page.NextCursor) { Total = page.Total };
    }

    private async Task<IReadOnlyList<ExpertItem>> Explain(Question question, List<ExpertItem> items, CancellationToken ct)
    {
        var people = items.Select(item => item.ContactId).ToList();
        var titles = (await db.Assignments.Where(a => people.Contains(a.ContactId)).OrderByDescending(a => a.StartsOn).Select(a => new { a.ContactId, a.Title }).ToListAsync(ct))
            .ToLookup(a => a.ContactId, a => a.Title);
        return [.. items.Select(item => item with { Match = Explained.Of(question, item.Competence, [.. titles[item.ContactId]], item.Tags, item.Fields) })];
    }
}
