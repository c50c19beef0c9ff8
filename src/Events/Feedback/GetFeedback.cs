using System.Globalization;

namespace Karelia.Crm.Events.Feedback;

[Allow(Role.Reader, Role.IntegrationRead)]
internal sealed record GetFeedback([FromRoute] Guid Id) : IQuery<FeedbackSummary>
{
    /// <summary>Fewer answers tell of persons: neither figures nor texts of them are shown.</summary>
    public const int Fewest = 5;
}

/// <summary>What was said of an event, question by question. Nobody's answers hang together, and nothing leads to who gave them.</summary>
internal sealed record FeedbackSummary(IReadOnlyList<FeedbackQuestion> Questions, int Fewest);

/// <summary>
/// One question. Too few: it has fewer answers than are shown, and nothing more is told of it. Answers that are numbers have a mean; those that repeat are counted as choices,
/// and the others are texts in an order that says nothing.
/// </summary>
internal sealed record FeedbackQuestion(string Text, bool IsTooFew, int? Answers, decimal? Mean, IReadOnlyList<FeedbackChoice> Choices, IReadOnlyList<string> Texts);

internal sealed record FeedbackChoice(string Answer, int Count);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/events/{id:guid}/feedback", ([AsParameters] GetFeedback query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("Feedback of an event in sum; a question with fewer than five answers shows none of them");
}

file sealed class Handler(EventsDb db) : IRequestHandler<GetFeedback, FeedbackSummary>
{
    /// <summary>So many different answers at most are choices of a list; what people write themselves differs more.</summary>
    private const int MostChoices = 12;

    public async Task<FeedbackSummary> Handle(GetFeedback query, CancellationToken ct)
    {
        if (!await db.Events.AnyAsync(e => e.Id == query.Id, ct))
            throw Refusal.Unknown();
        var questions = await db.Questions.Where(q => q.EventId == query.Id).OrderBy(q => q.Position).ThenBy(q => q.Text).ToListAsync(ct);
        var answers = (await (from answer in db.Answers join question in db.Questions on answer.QuestionId equals question.Id where question.EventId == query.Id select new { answer.QuestionId, answer.Text })
            .ToListAsync(ct)).ToLookup(answer => answer.QuestionId, answer => answer.Text);
        return new([.. questions.Select(question => Sum(question.Text, [.. answers[question.Id]]))], GetFeedback.Fewest);
    }

    private static FeedbackQuestion Sum(string text, List<string> answers)
    {
        if (answers.Count < GetFeedback.Fewest)
            return new(text, true, null, null, [], []);
        var numbers = answers.Select(answer => decimal.TryParse(answer.Replace(',', '.'), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : (decimal?)null).ToList();
        var counts = answers.GroupBy(answer => answer, StringComparer.OrdinalIgnoreCase).Select(same => new FeedbackChoice(same.First(), same.Count())).ToList();
        var areNumbers = numbers.All(number => number is not null);
        // A text that stands twice by chance is still a text.
        var areChoices = areNumbers || (counts.Count <= MostChoices && counts.Count * 2 <= answers.Count);
        return new(
            text, false, answers.Count, areNumbers ? Math.Round(numbers.Average()!.Value, 2) : null,
            areChoices ? [.. counts.OrderByDescending(choice => choice.Count).ThenBy(choice => choice.Answer, StringComparer.Ordinal)] : [],
            areChoices ? [] : [.. answers.Order(StringComparer.Ordinal)]);
    }
}
