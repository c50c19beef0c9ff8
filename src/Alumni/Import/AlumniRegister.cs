using System.Globalization;
using Karelia.Crm.Administration;
using Karelia.Crm.Alumni.Alumni;
using Karelia.Crm.Alumni.Cooperation;
using Karelia.Crm.Consent;
using Karelia.Crm.Kernel.Imports;
using NpgsqlTypes;

namespace Karelia.Crm.Alumni.Import;

/// <summary>An alumnus as the register has it, for comparing.</summary>
internal sealed record KnownAlumnus(Guid ContactId, string? FormerLastName, DateOnly? DateOfBirth, string? Employer, string? Task, long Version, DateTimeOffset UpdatedAt)
    : IRegistrant<AlumniAnswer>
{
    public List<Degree> Degrees { get; } = [];
    public List<Interest> Interests { get; } = [];
    public HashSet<string> Channels { get; } = [];

    /// <summary>Fields that the answer says otherwise, as text.</summary>
    public IEnumerable<(string Column, string? Before, string After)> Differences(AlumniAnswer answer)
    {
        foreach (var (column, before, after) in ((string, string?, string?)[])
        [
            ("former_last_name", FormerLastName, answer.FormerLastName), ("employer", Employer, answer.Employer), ("task", Task, answer.Task),
            ("date_of_birth", DateOfBirth?.ToString("O", CultureInfo.InvariantCulture), answer.DateOfBirth?.ToString("O", CultureInfo.InvariantCulture)),
        ])
        {
            if (after is not null && !string.Equals(before, after, StringComparison.OrdinalIgnoreCase))
                yield return (column, before, after);
        }
    }

    /// <summary>The degree that the answer is about: what both tell is the same, and they share programme or title.</summary>
    public Degree? DegreeOf(AlumniAnswer answer) => Degrees.Find(degree =>
        Agree(degree.Programme, answer.Programme) && Agree(degree.Title, answer.Degree) && Agree(Text(degree.GraduatedYear), Text(answer.GraduatedYear))
        && (answer.Programme is null || degree.Programme is not null || (answer.Degree is not null && degree.Title is not null)));

    /// <summary>What the answer adds to a degree that was told of in part.</summary>
    public static IEnumerable<(string Column, string? Before, string After)> Additions(Degree degree, AlumniAnswer answer)
    {
        foreach (var (column, before, after) in ((string, string?, string?)[])
        [
            ("programme", degree.Programme, answer.Programme), ("title", degree.Title, answer.Degree), ("started_year", Text(degree.StartedYear), Text(answer.StartedYear)),
            ("graduated_year", Text(degree.GraduatedYear), Text(answer.GraduatedYear)),
        ])
        {
            if (after is not null && !string.Equals(before, after, StringComparison.OrdinalIgnoreCase))
                yield return (column, before, after);
        }
    }

    /// <summary>Whether writing the answer would change anything here.</summary>
    public bool IsNews(AlumniAnswer answer) =>
        Differences(answer).Any() || (answer.HasDegree && (DegreeOf(answer) is not { } degree || Additions(degree, answer).Any()))
        || answer.Forms.Any(code => Interests.Find(i => i.FormCode == code) is not { } interest || (answer.NoteOn(code) is { } note && note != interest.Note));

    private static bool Agree(string? one, string? other) => one is null || other is null || string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static string? Text(int? year) => year?.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The alumni's own tables in bulk.</summary>
internal sealed class AlumniRegister(DbSession session, ICodeLists lists) : ISurveyRegister<AlumniAnswer, KnownAlumnus>
{
    public static readonly JournaledTable Alumni = new("alumni.alumni", "contact_id");
    public static readonly JournaledTable Degrees = new("alumni.degrees", "id");
    public static readonly JournaledTable Interests = new("alumni.interests", "form_code");
    public static readonly JournaledTable Registrations = new("alumni.registrations", "channel");

    private static readonly CopyColumn<Registration>[] RegistrationColumns =
    [
        new("contact_id", NpgsqlDbType.Uuid, r => r.ContactId), new("channel", NpgsqlDbType.Text, r => r.Channel), new("at", NpgsqlDbType.TimestampTz, r => r.At),
        new("source", NpgsqlDbType.Text, r => r.Source),
    ];

    private static readonly CopyColumn<Degree>[] DegreeColumns =
    [
        new("id", NpgsqlDbType.Uuid, d => d.Id), new("contact_id", NpgsqlDbType.Uuid, d => d.ContactId), new("programme", NpgsqlDbType.Text, d => d.Programme),
        new("started_year", NpgsqlDbType.Integer, d => d.StartedYear), new("title", NpgsqlDbType.Text, d => d.Title), new("graduated_year", NpgsqlDbType.Integer, d => d.GraduatedYear),
        new("programme_code", NpgsqlDbType.Text, d => d.ProgrammeCode),
    ];

    private static readonly CopyColumn<Interest>[] InterestColumns =
    [
        new("contact_id", NpgsqlDbType.Uuid, i => i.ContactId), new("form_code", NpgsqlDbType.Text, i => i.FormCode), new("note", NpgsqlDbType.Text, i => i.Note),
        new("added_at", NpgsqlDbType.TimestampTz, i => i.AddedAt),
    ];

    private readonly Dictionary<string, string?> codes = [];

    public async Task<Dictionary<Guid, KnownAlumnus>> Load(Guid[] contacts, CancellationToken ct)
    {
        if (contacts.Length == 0)
            return [];
        var known = (await session.Rows(
            "select contact_id, former_last_name, date_of_birth, employer, task, version, updated_at from alumni.alumni where contact_id = any($1)",
            row => new KnownAlumnus(row.GetGuid(0), Text(row, 1), row.IsDBNull(2) ? null : row.GetFieldValue<DateOnly>(2), Text(row, 3), Text(row, 4), row.GetInt64(5), row.GetFieldValue<DateTimeOffset>(6)),
            ct, contacts)).ToDictionary(alumnus => alumnus.ContactId);
        foreach (var degree in await session.Rows(
            "select id, contact_id, programme, started_year, title, graduated_year from alumni.degrees where contact_id = any($1) order by id",
            row => new Degree { Id = row.GetGuid(0), ContactId = row.GetGuid(1), Programme = Text(row, 2), StartedYear = Number(row, 3), Title = Text(row, 4), GraduatedYear = Number(row, 5) }, ct, contacts))
            known[degree.ContactId].Degrees.Add(degree);
        foreach (var interest in await session.Rows(
            "select contact_id, form_code, note from alumni.interests where contact_id = any($1)",
            row => new Interest { ContactId = row.GetGuid(0), FormCode = row.GetString(1), Note = Text(row, 2) }, ct, contacts))
            known[interest.ContactId].Interests.Add(interest);
        foreach (var (id, channel) in await session.Rows("select contact_id, channel from alumni.registrations where contact_id = any($1)", row => (row.GetGuid(0), row.GetString(1)), ct, contacts))
            known[id].Channels.Add(channel);
        return known;
    }

    /// <summary>Writes the answers of people; those who are no alumni yet become ones. People whom the import made are not journaled.</summary>
    public async Task Write(IReadOnlyList<(Guid Contact, AlumniAnswer Answer)> answers, IReadOnlyDictionary<Guid, KnownAlumnus> known, IReadOnlySet<Guid> made, ImportSheet sheet, ImportJournal journal, CancellationToken ct)
    {
        var fresh = answers.Where(pair => !known.ContainsKey(pair.Contact)).ToList();
        List<Degree> degrees = [.. answers.Where(pair => pair.Answer.HasDegree && known.GetValueOrDefault(pair.Contact)?.DegreeOf(pair.Answer) is null).Select(pair => new Degree
        {
            ContactId = pair.Contact, Programme = pair.Answer.Programme, StartedYear = pair.Answer.StartedYear, Title = pair.Answer.Degree, GraduatedYear = pair.Answer.GraduatedYear,
        })];
        List<Interest> interests = [.. answers.SelectMany(pair => pair.Answer.Forms
            .Where(code => known.GetValueOrDefault(pair.Contact)?.Interests.Any(i => i.FormCode == code) is not true)
            .Select(code => new Interest { ContactId = pair.Contact, FormCode = code, Note = pair.Answer.NoteOn(code), AddedAt = sheet.Now }))];
        var channel = sheet.Form == AlumniFields.Graduates ? Registration.Application : Registration.Form;
        List<Registration> registrations = [.. answers.Where(pair => known.GetValueOrDefault(pair.Contact)?.Channels.Contains(channel) is not true).DistinctBy(pair => pair.Contact)
            .Select(pair => new Registration { ContactId = pair.Contact, Channel = channel, At = pair.Answer.RespondedAt ?? sheet.Now, Source = sheet.FileName })];

        foreach (var degree in degrees.Where(degree => degree.Programme is not null))
            degree.ProgrammeCode = await CodeOf(degree.Programme!, ct);
        await AddAlumni(fresh, sheet, ct);
        await session.Copy(Registrations.Name, RegistrationColumns, registrations, ct);
        await session.Copy(Degrees.Name, DegreeColumns, degrees, ct);
        await session.Copy(Interests.Name, InterestColumns, interests, ct);
        await journal.Added(session, Alumni, [.. fresh.Where(pair => !made.Contains(pair.Contact)).Select(pair => (pair.Contact, pair.Contact.ToString()))], ct);
        await journal.Added(session, Registrations, [.. registrations.Where(registration => !made.Contains(registration.ContactId)).Select(registration => (registration.ContactId, channel))], ct);
        await journal.Added(session, Degrees, [.. degrees.Where(degree => !made.Contains(degree.ContactId)).Select(degree => (degree.ContactId, degree.Id.ToString()))], ct);
        await journal.Added(session, Interests, [.. interests.Where(interest => !made.Contains(interest.ContactId)).Select(interest => (interest.ContactId, interest.FormCode))], ct);
        await Change([.. answers.Where(pair => known.GetValueOrDefault(pair.Contact)?.IsNews(pair.Answer) is true).Select(pair => (known[pair.Contact], pair.Answer))], journal, sheet.Now, ct);
    }

    public async Task<int> TakeBack(IReadOnlyList<ImportChange> changes, CancellationToken ct)
    {
        var done = 0;
        foreach (var table in (JournaledTable[])[Interests, Degrees, Registrations, Alumni])
            done += await ImportJournal.TakeBack(session, table, changes, ct);
        return done;
    }

    public Task<List<Guid>> Edited(Guid[] made, CancellationToken ct) =>
        session.Rows("select contact_id from alumni.alumni where contact_id = any($1) and version <> 1", row => row.GetGuid(0), ct, made);

    public async Task Remove(Guid[] contacts, CancellationToken ct)
    {
        foreach (var table in (string[])["interests", "degrees", "registrations", "alumni"])
            await session.Execute($"delete from alumni.{table} where contact_id = any($1)", ct, contacts);
    }

    private async Task Change(IReadOnlyList<(KnownAlumnus Known, AlumniAnswer Answer)> people, ImportJournal journal, DateTimeOffset now, CancellationToken ct)
    {
        var (alumni, degrees, interests) = (new List<ImportChange>(), new List<ImportChange>(), new List<ImportChange>());
        foreach (var (known, answer) in people)
        {
            var (id, key) = (known.ContactId, known.ContactId.ToString());
            alumni.AddRange(known.Differences(answer).Select(field => Alumni.Changed(id, key, field.Column, field.Before, field.After)));
            alumni.Add(Alumni.Changed(id, key, "version", known.Version.ToString(CultureInfo.InvariantCulture), (known.Version + 1).ToString(CultureInfo.InvariantCulture)));
            alumni.Add(Alumni.Changed(id, key, "updated_at", known.UpdatedAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture), now.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)));
            if (answer.HasDegree && known.DegreeOf(answer) is { } degree)
                degrees.AddRange(KnownAlumnus.Additions(degree, answer).Select(field => Degrees.Changed(id, degree.Id.ToString(), field.Column, field.Before, field.After)));
            interests.AddRange(known.Interests.Where(i => answer.NoteOn(i.FormCode) is { } note && note != i.Note)
                .Select(i => Interests.Changed(id, i.FormCode, "note", i.Note, answer.NoteOn(i.FormCode))));
        }

        await journal.Change(session, Alumni, alumni, ct);
        await journal.Change(session, Degrees, degrees, ct);
        await journal.Change(session, Interests, interests, ct);
    }

    private Task AddAlumni(List<(Guid Contact, AlumniAnswer Answer)> rows, ImportSheet sheet, CancellationToken ct) => session.Copy<(Guid Contact, AlumniAnswer Answer)>(
        Alumni.Name,
        [
            new("contact_id", NpgsqlDbType.Uuid, r => r.Contact), new("former_last_name", NpgsqlDbType.Text, r => r.Answer.FormerLastName),
            new("date_of_birth", NpgsqlDbType.Date, r => r.Answer.DateOfBirth), new("employer", NpgsqlDbType.Text, r => r.Answer.Employer), new("task", NpgsqlDbType.Text, r => r.Answer.Task),
            new("source", NpgsqlDbType.Text, _ => sheet.FileName), new("registered_at", NpgsqlDbType.TimestampTz, r => r.Answer.RespondedAt ?? sheet.Now),
            new("updated_at", NpgsqlDbType.TimestampTz, _ => sheet.Now), new("version", NpgsqlDbType.Bigint, _ => 1L),
            new("graduated", NpgsqlDbType.Integer, r => r.Answer.GraduatedYear ?? 0),
        ],
        rows, ct);

    // Once a name: the database, which would find the same code, asks once a row.
    private async Task<string?> CodeOf(string programme, CancellationToken ct) =>
        codes.TryGetValue(programme, out var code) ? code : codes[programme] = await lists.CodeOf(AlumniLists.Programmes, programme, ct);

    private static string? Text(Npgsql.NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static int? Number(Npgsql.NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);
}
