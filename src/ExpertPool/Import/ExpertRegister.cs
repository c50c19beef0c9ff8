using System.Globalization;
using Karelia.Crm.Consent;
using Karelia.Crm.Kernel.Imports;
using NpgsqlTypes;

namespace Karelia.Crm.ExpertPool.Import;

/// <summary>An expert as the register has it, for comparing.</summary>
internal sealed record KnownExpert(
    Guid ContactId, string? Competence, string[] Fields, string[] Forms, string[] Languages, string? Availability, string? Employer, string? Task, string? RateNote, long Version, DateTimeOffset UpdatedAt)
    : IRegistrant<ExpertAnswer>
{
    /// <summary>What the last imported answer said.</summary>
    public string? Told { get; init; }

    /// <summary>What the answer says of fields that the desk edits too.</summary>
    public static IEnumerable<(string Field, string? Value)> Said(ExpertAnswer answer) =>
    [
        ("competence", answer.Competence), ("availability", answer.Availability), ("employer", answer.Employer), ("task", answer.Task), ("rate_note", answer.RateNote),
        .. Ticked.Select(list => (list.Column, Literal([.. answer.Codes(list.Prefix)]))),
    ];

    public bool IsNews(ExpertAnswer answer) => Differences(answer).Any();

    private static readonly (string Column, string Prefix)[] Ticked = [("fields", ExpertFields.Field), ("forms", ExpertFields.Form), ("languages", ExpertFields.Language)];

    /// <summary>Columns that the answer says otherwise and anew, as text; ticked options are added to those that are there.</summary>
    public IEnumerable<(string Column, string? Before, string After)> Differences(ExpertAnswer answer)
    {
        var anew = Said(answer).Where(said => said.Value is { } value && !ToldBefore.Says(Told, said.Field, value)).Select(said => said.Field).ToHashSet();
        return Otherwise(answer).Where(field => anew.Contains(field.Column));
    }

    private IEnumerable<(string Column, string? Before, string After)> Otherwise(ExpertAnswer answer)
    {
        foreach (var (column, before, after) in ((string, string?, string?)[])
        [
            ("competence", Competence, answer.Competence), ("availability", Availability, answer.Availability), ("employer", Employer, answer.Employer), ("task", Task, answer.Task),
            ("rate_note", RateNote, answer.RateNote),
        ])
        {
            if (after is not null && !string.Equals(before, after, StringComparison.OrdinalIgnoreCase))
                yield return (column, before, after);
        }

        foreach (var (column, before, prefix) in Ticked.Zip([Fields, Forms, Languages], (list, before) => (list.Column, before, list.Prefix)))
        {
            if (answer.Codes(prefix).Except(before).ToArray() is { Length: > 0 } more)
                yield return (column, Literal(before), Literal([.. before, .. more]));
        }
    }

    // Codes are letters, digits and hyphens.
    private static string Literal(string[] codes) => $"{{{string.Join(',', codes)}}}";
}

/// <summary>The experts' own table in bulk.</summary>
internal sealed class ExpertRegister(DbSession session) : ISurveyRegister<ExpertAnswer, KnownExpert>
{
    private static readonly JournaledTable Experts = new("experts.experts", "contact_id");

    public async Task<Dictionary<Guid, KnownExpert>> Load(Guid[] contacts, CancellationToken ct) => contacts.Length == 0 ? [] : (await session.Rows(
        "select contact_id, competence, fields, forms, languages, availability, employer, task, rate_note, version, updated_at, told from experts.experts where contact_id = any($1)",
        row => new KnownExpert(
            row.GetGuid(0), Text(row, 1), row.GetFieldValue<string[]>(2), row.GetFieldValue<string[]>(3), row.GetFieldValue<string[]>(4), Text(row, 5), Text(row, 6), Text(row, 7), Text(row, 8),
            row.GetInt64(9), row.GetFieldValue<DateTimeOffset>(10))
        { Told = Text(row, 11) },
        ct, contacts)).ToDictionary(expert => expert.ContactId);

    public async Task Write(
        IReadOnlyList<(Guid Contact, ExpertAnswer Answer)> answers, IReadOnlyDictionary<Guid, KnownExpert> known, IReadOnlySet<Guid> made, ImportSheet sheet, ImportJournal journal, CancellationToken ct)
    {
        var fresh = answers.Where(pair => !known.ContainsKey(pair.Contact)).ToList();
        await Add(fresh, sheet, ct);
        await journal.Added(session, Experts, [.. fresh.Where(pair => !made.Contains(pair.Contact)).Select(pair => (pair.Contact, pair.Contact.ToString()))], ct);
        var changes = new List<ImportChange>();
        foreach (var (contact, answer) in answers)
        {
            if (known.GetValueOrDefault(contact) is not { } expert)
                continue;
            var key = contact.ToString();
            if (ToldBefore.With(expert.Told, KnownExpert.Said(answer)) is var told && told != expert.Told)
                changes.Add(Experts.Changed(contact, key, "told", expert.Told, told));
            if (!expert.IsNews(answer))
                continue;
            changes.AddRange(expert.Differences(answer).Select(field => Experts.Changed(contact, key, field.Column, field.Before, field.After)));
            changes.Add(Experts.Changed(contact, key, "version", expert.Version.ToString(CultureInfo.InvariantCulture), (expert.Version + 1).ToString(CultureInfo.InvariantCulture)));
            changes.Add(Experts.Changed(contact, key, "updated_at", Instant(expert.UpdatedAt), Instant(sheet.Now)));
        }

        await journal.Change(session, Experts, changes, ct);

        static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
    }

    public Task<int> TakeBack(IReadOnlyList<ImportChange> changes, CancellationToken ct) => ImportJournal.TakeBack(session, Experts, changes, ct);

    public Task<List<Guid>> Edited(Guid[] made, CancellationToken ct) =>
        session.Rows("select contact_id from experts.experts where contact_id = any($1) and version <> 1", row => row.GetGuid(0), ct, made);

    public async Task Remove(Guid[] contacts, CancellationToken ct) => await session.Execute("delete from experts.experts where contact_id = any($1)", ct, contacts);

    private Task Add(List<(Guid Contact, ExpertAnswer Answer)> rows, ImportSheet sheet, CancellationToken ct) => session.Copy<(Guid Contact, ExpertAnswer Answer)>(
        Experts.Name,
        [
            new("contact_id", NpgsqlDbType.Uuid, r => r.Contact), new("competence", NpgsqlDbType.Text, r => r.Answer.Competence), new("tags", Texts, _ => Array.Empty<string>()),
            new("fields", Texts, r => Codes(r.Answer, ExpertFields.Field)), new("forms", Texts, r => Codes(r.Answer, ExpertFields.Form)), new("languages", Texts, r => Codes(r.Answer, ExpertFields.Language)),
            new("availability", NpgsqlDbType.Text, r => r.Answer.Availability), new("employer", NpgsqlDbType.Text, r => r.Answer.Employer), new("task", NpgsqlDbType.Text, r => r.Answer.Task),
            new("rate_note", NpgsqlDbType.Text, r => r.Answer.RateNote), new("source", NpgsqlDbType.Text, _ => sheet.FileName), new("told", NpgsqlDbType.Text, r => ToldBefore.With(null, KnownExpert.Said(r.Answer))),
            new("registered_at", NpgsqlDbType.TimestampTz, r => r.Answer.RespondedAt ?? sheet.Now), new("updated_at", NpgsqlDbType.TimestampTz, _ => sheet.Now), new("version", NpgsqlDbType.Bigint, _ => 1L),
        ],
        rows, ct);

    private const NpgsqlDbType Texts = NpgsqlDbType.Array | NpgsqlDbType.Text;

    private static string[] Codes(ExpertAnswer answer, string prefix) => [.. answer.Codes(prefix)];

    private static string? Text(Npgsql.NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
