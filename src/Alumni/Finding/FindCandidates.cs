using Karelia.Crm.Alumni.Alumni;
using Karelia.Crm.Alumni.Requests;
using Karelia.Crm.Consent;

namespace Karelia.Crm.Alumni.Finding;

[Allow(Role.AlumniCoordinator, Role.Communications, Role.DataProtectionOfficer, Role.PartnershipManager, Role.CustomerManager, Role.ExpertCoordinator)]
internal sealed record FindCandidates(
    string? Form = null,
    string? Q = null,
    string? Programme = null,
    string? Region = null,
    string? Town = null,
    DateOnly? NotContactedSince = null,
    string? Channel = null,
    DateOnly? FreeOn = null,
    int? Limit = null,
    string? Cursor = null,
    bool? Count = null) : IQuery<AlumniCandidatePage>;

internal sealed record AlumniCandidatePage(IReadOnlyList<AlumniCandidate> Items, string? NextCursor) : Page<AlumniCandidate>(Items, NextCursor), IShowsPeople
{
    public IEnumerable<Guid> ShownPeople() => Items.Select(item => item.ContactId);
}

/// <summary>An alumnus who could be asked, with what speaks for it. By name, never by merit: people are not ranked.</summary>
internal sealed record AlumniCandidate(
    Guid ContactId, string LastName, string FirstNames, string? CalledName, string? Town, string? Employer, string? Task, string[] Forms, IReadOnlyList<CandidateReason> Reasons, ContactLoad Load);

/// <summary>
/// Why the person is here. <c>code</c>: offers (value: the form, text: the person's note), degree (value: its words, year), work (value: task and employer), lives (value: town),
/// contacted (day: the last time), never-contacted, allowed (value: channel), free (day).
/// </summary>
internal sealed record CandidateReason(string Code, string? Value = null, string? Text = null, int? Year = null, DateOnly? Day = null);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/alumni/candidates", ([AsParameters] FindCandidates query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("Who could be asked: 'who could lecture on forestry on 12 March in Joensuu', with reasons, by name");
}

file static class Orders
{
    public static readonly Sorts<AlumnusRow> All = new Sorts<AlumnusRow>(row => row.Alumnus.ContactId).By("name", row => row.Card.SortName, row => row.Card.Id);
}

file sealed class Rules : AbstractValidator<FindCandidates>
{
    public Rules()
    {
        RuleFor(q => q.Form).MaximumLength(50).IsPlainText();
        RuleFor(q => q.Q).MaximumLength(200).IsPlainText();
        RuleFor(q => q.Programme).MaximumLength(50).IsPlainText();
        RuleFor(q => q.Region).MaximumLength(50).IsPlainText();
        RuleFor(q => q.Town).MaximumLength(100).IsPlainText();
        RuleFor(q => q.NotContactedSince).IsWorkDay();
        RuleFor(q => q.Channel).IsOneOf(Channels.All);
        RuleFor(q => q.FreeOn).IsWorkDay();
        RuleFor(q => q.Limit).IsLimit();
    }
}

file sealed class Handler(AlumniDb db, Fields fields, TimeProvider clock) : IRequestHandler<FindCandidates, AlumniCandidatePage>
{
    private static readonly string[] Taken = ["accepted", "done"];

    public async Task<AlumniCandidatePage> Handle(FindCandidates query, CancellationToken ct)
    {
        var words = await fields.Of(query.Q, ct);
        var page = await Orders.All.Page(await Chosen(query, words, ct), "name", query.Limit, query.Cursor, query.Count, row => new { row.Alumnus.ContactId, row.Card }, ct);
        var ids = page.Items.Select(item => item.ContactId).ToList();
        var alumni = await db.Alumni.AsNoTracking().Include(a => a.Degrees).Include(a => a.Interests).AsSplitQuery().Where(a => ids.Contains(a.ContactId)).ToDictionaryAsync(a => a.ContactId, ct);
        var last = await db.Touches.Where(t => ids.Contains(t.ContactId)).GroupBy(t => t.ContactId).Select(of => new { of.Key, Day = of.Max(t => t.Day) }).ToDictionaryAsync(of => of.Key, of => of.Day, ct);
        var loads = await ContactLoad.Of(db, ids, clock, ct);
        var items = page.Items.Select(item =>
        {
            var (a, card) = (alumni[item.ContactId], item.Card);
            return new AlumniCandidate(
                a.ContactId, card.LastName, card.FirstNames, card.CalledName, card.Town, a.Employer, a.Task, [.. a.Interests.Select(i => i.FormCode).Order(StringComparer.Ordinal)],
                [.. Reasons(query, words, a, card.Town, last.TryGetValue(a.ContactId, out var day) ? day : null)], loads[a.ContactId]);
        });
        return new([.. items], page.NextCursor) { Total = page.Total };
    }

    private async Task<IQueryable<AlumnusRow>> Chosen(FindCandidates query, IReadOnlyList<Field> words, CancellationToken ct)
    {
        var rows =
            from alumnus in db.Alumni.AsNoTracking()
            join card in db.ContactCards on alumnus.ContactId equals card.Id
            where !card.IsPassive
            select new AlumnusRow { Alumnus = alumnus, Card = card };
        if (query.Form is { } form)
            rows = rows.Where(row => row.Alumnus.Interests.Any(i => i.FormCode == form));
        if (query.Programme is { } programme)
            rows = rows.Where(row => row.Alumnus.Degrees.Any(d => d.ProgrammeCode == programme));
        foreach (var (pattern, programmes, titles, codes) in words)
        {
            rows = rows.Where(row =>
                row.Alumnus.Degrees.Any(d => programmes.Contains(d.Programme!) || titles.Contains(d.Title!) || codes.Contains(d.ProgrammeCode!))
                || (EF.Functions.Like(EF.Property<string>(row.Alumnus, "SearchText"), AlumniDb.Fold(pattern))
                    && (EF.Functions.Like(AlumniDb.Fold(row.Alumnus.Task!), AlumniDb.Fold(pattern)) || EF.Functions.Like(AlumniDb.Fold(row.Alumnus.Employer!), AlumniDb.Fold(pattern)))));
        }

        if (query.Region is { } region)
        {
            var (codes, towns) = await fields.PlacesOf(region, ct);
            rows = rows.Where(row => codes.Any(code => EF.Functions.Like(row.Card.PostalCode!, code)) || (row.Card.PostalCode == null && towns.Any(town => AlumniDb.Fold(town) == AlumniDb.Fold(row.Card.Town!))));
        }

        if (query.Town is { } town)
            rows = rows.Where(row => AlumniDb.Fold(row.Card.Town!) == AlumniDb.Fold(town));
        if (query.NotContactedSince is { } since)
            rows = rows.Where(row => !db.Touches.Any(t => t.ContactId == row.Alumnus.ContactId && t.Day >= since));
        // Compared with a value, as in the list of alumni: one person after another until the page is full.
        if (query.Channel is { } channel)
            rows = rows.Where(row => db.Mailable(channel, Topics.Alumni).Any(m => m.ContactId == row.Alumnus.ContactId) == (query.Channel != null));
        if (query.FreeOn is { } day)
            rows = rows.Where(row => !db.Requests.Any(r => r.ContactId == row.Alumnus.ContactId && r.HeldOn == day && Taken.Contains(r.State)));
        return rows;
    }

    private static IEnumerable<CandidateReason> Reasons(FindCandidates query, IReadOnlyList<Field> words, Alumnus a, string? town, DateOnly? last)
    {
        if (query.Form is { } form && a.Interests.Find(i => i.FormCode == form) is { } interest)
            yield return new("offers", form, interest.Note);
        var latest = a.Degrees.OrderByDescending(d => d.GraduatedYear ?? 0).ToList();
        var degree = latest.Find(d => (query.Programme is null || d.ProgrammeCode == query.Programme) && (words.Count == 0 || words.Any(word => word.IsOf(d))));
        if (degree is not null)
            yield return new("degree", string.Join(", ", new[] { degree.Programme, degree.Title }.OfType<string>()), Year: degree.GraduatedYear);
        if (words.Any(word => word.IsIn(a.Task) || word.IsIn(a.Employer)))
            yield return new("work", string.Join(", ", new[] { a.Task, a.Employer }.OfType<string>()));
        if (town is not null && (query.Region ?? query.Town) is not null)
            yield return new("lives", town);
        yield return new CandidateReason(last is null ? "never-contacted" : "contacted", Day: last);
        if (query.Channel is not null)
            yield return new("allowed", query.Channel);
        if (query.FreeOn is not null)
            yield return new("free", Day: query.FreeOn);
    }
}
