using System.Security.Cryptography;
using Karelia.Crm.Accounts;
using Karelia.Crm.Consent;
using Karelia.Crm.Events.Feedback;
using Karelia.Crm.Kernel.Imports;
using NpgsqlTypes;

namespace Karelia.Crm.Events.Import;

/// <summary>What one line of a feedback sheet says: answers by question. Who answered and when stands in columns that are not read.</summary>
internal sealed record FeedbackAnswer(IReadOnlyDictionary<string, string> Answers);

/// <summary>
/// Feedback of one event. A survey is exported again and again with all its answers, and nothing tells one person's from another's: of each answer to a question there are as
/// many as the sheet that has it the most often.
/// </summary>
internal sealed class FeedbackBook(DbSession session)
{
    private readonly Dictionary<(string Question, string Answer), int> inSheet = [];
    private Dictionary<(string Question, string Answer), int>? before;
    private Dictionary<string, (Guid Id, int Position)> questions = [];

    /// <summary>Columns that could tell who answered, or when.</summary>
    private static readonly HashSet<string> unread =
    [
        .. SurveyFields.Response.Concat(SurveyFields.Person).Concat(SurveyFields.Work).Select(field => field.Field),
        ParticipantFields.BusinessId, ParticipantFields.Diet, ParticipantFields.Accessibility, ParticipantFields.State, ParticipantFields.TrainingConsent,
    ];

    public static void Read(ImportSheet sheet, ImportLine line)
    {
        // A form may ask the same twice, such as of each lecture: the second is a question of its own.
        var asked = new Dictionary<string, int>();
        List<(int, Action<SheetCell, Dictionary<string, string>>)> columns =
        [
            .. from column in sheet.Columns
               where column.Column.Heading.Length > 0 && (column.Field is null || !unread.Contains(column.Field))
               let question = column.Column.Heading.Length > 400 ? column.Column.Heading[..400] : column.Column.Heading
               let times = asked[question] = asked.GetValueOrDefault(question) + 1
               select (column.Column.Index, Reader(times == 1 ? question : $"{question} ({times})")),
        ];
        var answers = new Dictionary<string, string>();
        SheetCell.Read(sheet, line, answers, columns);
        line.Reading = new FeedbackAnswer(answers);
        line.Values = () => answers;
    }

    /// <summary>For the preview: a line is known when the register has all that it says.</summary>
    public async Task Compare(Guid eventId, IReadOnlyList<ImportLine> lines, CancellationToken ct)
    {
        await Load(eventId, ct);
        var news = lines.Where(line => News((FeedbackAnswer)line.Reading!).Count > 0).ToHashSet();
        foreach (var line in lines)
            line.Base = news.Contains(line) && news.Count >= GetFeedback.Fewest ? Outcomes.New : Outcomes.Matched;
        if (news.Count < GetFeedback.Fewest)
        {
            foreach (var line in news)
                line.Notes.Add(new(null, "too-few-answers", $"Answers come when there are {GetFeedback.Fewest} new ones: fewer would tell who gave them."));
        }
    }

    public async Task Write(ImportSheet sheet, IReadOnlyList<ImportLine> lines, CancellationToken ct)
    {
        await Load(sheet.EventId!.Value, ct);
        var told = lines.Select(line => (Line: line, News: News((FeedbackAnswer)line.Reading!))).ToList();
        // What one import brings hangs together by it: a few people's answers would be theirs to see.
        var isEnough = told.Count(one => one.News.Count > 0) >= GetFeedback.Fewest;
        var added = isEnough ? told.SelectMany(one => one.News).ToList() : [];
        foreach (var (line, news) in told)
            line.Base = isEnough && news.Count > 0 ? "created" : "matched";

        await AddQuestions(sheet.EventId.Value, added.Select(one => one.Question).Distinct(), ct);
        Answer[] rows = [.. added.Select(one => new Answer { QuestionId = questions[one.Question].Id, Text = one.Text, ImportId = sheet.Id })];
        // The order of the table would be that of the sheet.
        RandomNumberGenerator.Shuffle<Answer>(rows);
        await session.Copy<Answer>(
            "events.feedback_answers",
            [
                new("id", NpgsqlDbType.Uuid, a => a.Id), new("question_id", NpgsqlDbType.Uuid, a => a.QuestionId), new("text", NpgsqlDbType.Text, a => a.Text),
                new("import_id", NpgsqlDbType.Uuid, a => a.ImportId),
            ],
            rows, ct);
    }

    public async Task Annul(ImportSheet sheet, CancellationToken ct)
    {
        await session.Execute("delete from events.feedback_answers where import_id = $1", ct, sheet.Id);
        await session.Execute("delete from events.feedback_questions q where q.event_id = $1 and not exists (select from events.feedback_answers a where a.question_id = q.id)", ct, sheet.EventId!.Value);
    }

    private List<(string Question, string Text)> News(FeedbackAnswer line) =>
        [.. from answer in line.Answers let key = (answer.Key, answer.Value) where (inSheet[key] = inSheet.GetValueOrDefault(key) + 1) > before!.GetValueOrDefault(key) select (answer.Key, answer.Value)];

    private async Task Load(Guid eventId, CancellationToken ct)
    {
        if (before is not null)
            return;
        questions = (await session.Rows(
            "select text, id, position from events.feedback_questions where event_id = $1", row => (Text: row.GetString(0), Id: row.GetGuid(1), Position: row.GetInt32(2)), ct, eventId))
            .ToDictionary(one => one.Text, one => (one.Id, one.Position));
        before = (await session.Rows(
            "select q.text, a.text, count(*)::int from events.feedback_answers a join events.feedback_questions q on q.id = a.question_id where q.event_id = $1 group by 1, 2",
            row => (Key: (row.GetString(0), row.GetString(1)), Count: row.GetInt32(2)), ct, eventId)).ToDictionary(one => one.Key, one => one.Count);
    }

    private async Task AddQuestions(Guid eventId, IEnumerable<string> asked, CancellationToken ct)
    {
        var position = questions.Count == 0 ? 0 : questions.Values.Max(one => one.Position);
        List<Question> fresh = [.. asked.Where(text => !questions.ContainsKey(text)).Select(text => new Question { EventId = eventId, Position = ++position, Text = text })];
        await session.Copy<Question>(
            "events.feedback_questions",
            [
                new("id", NpgsqlDbType.Uuid, q => q.Id), new("event_id", NpgsqlDbType.Uuid, q => q.EventId), new("position", NpgsqlDbType.Integer, q => q.Position),
                new("text", NpgsqlDbType.Text, q => q.Text),
            ],
            fresh, ct);
        foreach (var question in fresh)
            questions[question.Text] = (question.Id, question.Position);
    }

    private static Action<SheetCell, Dictionary<string, string>> Reader(string question) => (cell, answers) =>
    {
        // Who leaves an address for an answer would be named by it.
        if (!ContactWriting.IsEmail(cell.Text.Trim()))
            answers.TryAdd(question, cell.Cut(4000));
    };
}
