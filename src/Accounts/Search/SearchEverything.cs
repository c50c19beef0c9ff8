namespace Karelia.Crm.Accounts.Search;

[Allow(Role.Reader, Role.IntegrationRead)]
internal sealed record SearchEverything(string Q, string? Kind = null, int? Limit = null) : IQuery<SearchHits>;

internal sealed record SearchHits(IReadOnlyList<SearchHit> Items) : IShowsPeople
{
    public IEnumerable<Guid> ShownPeople() => Items.Where(hit => hit.Kind == "contact").Select(hit => hit.Id);
}

/// <summary>A hit; kind says what it is: contact, account, or what a module publishes. A near hit has a word that is spelled a little otherwise.</summary>
internal sealed record SearchHit(string Kind, Guid Id, string Title, string? Subtitle, string[] Roles, bool IsPassive, bool IsNear)
{
    /// <summary>The record on whose page the hit is seen when it has none of its own: an activity's organisation or person.</summary>
    public ShownOn? ShownOn { get; init; }
}

/// <summary>A contact or an account.</summary>
internal sealed record ShownOn(string Kind, Guid Id);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/search", ([AsParameters] SearchEverything query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("One box over the register: parts of names, e-mail, phone, business id; accents, w/v and typing errors forgiven; by kind, the best first");
}

file sealed class Rules : AbstractValidator<SearchEverything>
{
    public Rules()
    {
        RuleFor(q => q.Q).NotEmpty().MaximumLength(200).IsPlainText();
        RuleFor(q => q.Kind).MaximumLength(30).IsPlainText(lines: false);
        RuleFor(q => q.Limit).IsLimit();
    }
}

/// <summary>
/// Modules publish views <c>..._search_entry</c> of one shape (Sql/search.sql). Each is asked by itself, so that its own trigram index answers.
/// </summary>
file sealed class Handler(DbSession session, PublishedViews published, CurrentUser user) : IRequestHandler<SearchEverything, SearchHits>
{
    private const int EachKind = 8;

    public async Task<SearchHits> Handle(SearchEverything query, CancellationToken ct)
    {
        var views = (await published.Of("_search_entry", session, ct))
            .OrderByDescending(view => view.StartsWith("accounts.", StringComparison.Ordinal)).ThenByDescending(view => view == "accounts.contact_search_entry").ToList();
        var hits = new List<SearchHit>();
        foreach (var view in views)
            hits.AddRange(await Hits(view, query, isNear: false, ct));
        foreach (var view in views.Where(view => hits.Count == 0 && !view.Contains("_phone_", StringComparison.Ordinal)))
            hits.AddRange(await Hits(view, query, isNear: true, ct));
        return new([.. hits.DistinctBy(hit => (hit.Kind, hit.Id)).Take(query.Limit ?? Paging.Usual)]);
    }

    /// <summary>Every word somewhere in the text; or else, where nothing has them all, every word nearly there. What begins with the first word comes first.</summary>
    private Task<List<SearchHit>> Hits(string view, SearchEverything query, bool isNear, CancellationToken ct)
    {
        string[] words = view.Contains("_phone_", StringComparison.Ordinal) ? Digits(query.Q) : [.. query.Q.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(8)];
        if (words.Length == 0 || (isNear && words.Any(word => word.Length < 4)))
            return Task.FromResult(new List<SearchHit>());
        var values = new List<object?> { user.Roles.ToArray(), query.Kind, words[0] };
        var conditions = words.Select(word =>
        {
            values.Add(isNear ? word : Paging.Like(word));
            return $"e.search_text {(isNear ? "%>" : "like")} accounts.fold(${values.Count})";
        });
        return session.Rows(
            $"""
            select kind, id, title, subtitle, roles, is_passive, shown_on, shown_on_id from (
                select e.*, e.search_text like accounts.fold($3) || '%' as begins, {(isNear ? "word_similarity(accounts.fold($3), e.search_text)" : "1")} as likeness from {view} e
                where {string.Join(" and ", conditions)} and (e.only_for is null or e.only_for = any($1)) and ($2::text is null or e.kind = $2)
                order by e.sort_key limit {(isNear ? 1000 : 100)}) e
            order by is_passive, likeness desc, begins desc, sort_key, id limit {EachKind}
            """,
            row => new SearchHit(row.GetString(0), row.GetGuid(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3), row.GetFieldValue<string[]>(4), row.GetBoolean(5), isNear)
            {
                ShownOn = row.IsDBNull(6) ? null : new(row.GetString(6), row.GetGuid(7)),
            },
            ct, [.. values]);
    }

    private static string[] Digits(string typed)
    {
        var digits = string.Concat(typed.Where(char.IsAsciiDigit)).TrimStart('0');
        return digits.Length >= 4 && typed.All(c => char.IsAsciiDigit(c) || c is ' ' or '+' or '-' or '(' or ')') ? [digits] : [];
    }
}
