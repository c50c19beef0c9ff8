using System.Globalization;
using Karelia.Crm.Consent;
using Karelia.Crm.Events.Participants;
using Karelia.Crm.Kernel.Imports;
using NpgsqlTypes;

namespace Karelia.Crm.Events.Import;

/// <summary>A person as the event has it; without an id it is not among the participants, and all that is known is whom it represented elsewhere.</summary>
internal sealed record KnownParticipant(Guid ContactId, Guid? Id, string? Organisation, Guid? AccountId, string? Task, string? Mode, string State, bool IsByHand, long Version, DateTimeOffset UpdatedAt)
    : IRegistrant<ParticipantAnswer>
{
    public DateTimeOffset? StateAt { get; init; }
    public bool HasNeeds { get; init; }
    public string? Diet { get; init; }
    public string? Accessibility { get; init; }

    /// <summary>What the last imported answer said; of special needs apart, where it goes with them.</summary>
    public string? Told { get; init; }
    public string? ToldNeeds { get; init; }

    public string? Employer => Organisation;

    /// <summary>What the answer says of fields that the desk edits too.</summary>
    public static IEnumerable<(string Field, string? Value)> Said(ParticipantAnswer answer) => [("organisation", answer.Employer), ("task", answer.Task), ("mode", answer.Mode)];

    public static IEnumerable<(string Field, string? Value)> SaidNeeds(ParticipantAnswer answer) => [("diet", answer.Diet), ("accessibility", answer.Accessibility)];

    /// <summary>Fields that the answer says otherwise and anew. A state that somebody decided by hand, at the desk or at the door, no sheet changes.</summary>
    public IEnumerable<(string Column, string? Before, string After)> Differences(ParticipantAnswer answer) => Otherwise(
        ("organisation", Organisation, answer.Employer), ("task", Task, answer.Task), ("mode", Mode, answer.Mode), ("state", State, IsByHand ? null : answer.State))
        .Where(field => !ToldBefore.Says(Told, field.Column, field.After));

    public IEnumerable<(string Column, string? Before, string After)> NeedsDifferences(ParticipantAnswer answer) =>
        Otherwise(("diet", Diet, answer.Diet), ("accessibility", Accessibility, answer.Accessibility)).Where(field => !ToldBefore.Says(ToldNeeds, field.Column, field.After));

    public bool IsNews(ParticipantAnswer answer) => Id is null || Differences(answer).Any() || NeedsDifferences(answer).Any();

    private static IEnumerable<(string Column, string? Before, string After)> Otherwise(params (string Column, string? Before, string? After)[] fields) =>
        from field in fields where field.After is not null && !string.Equals(field.Before, field.After, StringComparison.OrdinalIgnoreCase) select (field.Column, field.Before, field.After);
}

/// <summary>The participants of one event in bulk.</summary>
internal sealed class ParticipantRegister(DbSession session, Represented represented) : ISurveyRegister<ParticipantAnswer, KnownParticipant>
{
    private static readonly JournaledTable participants = new("events.participants", "id");
    private static readonly JournaledTable needs = new("events.special_needs", "participant_id");

    /// <summary>The event and the sheet that are being worked on.</summary>
    public ImportSheet Sheet { get; set; } = null!;
    public DateTimeOffset StartsAt { get; set; }

    private Guid EventId => Sheet.EventId!.Value;

    public async Task<Dictionary<Guid, KnownParticipant>> Load(Guid[] contacts, CancellationToken ct) => contacts.Length == 0 ? [] : (await session.Rows(
        """
        select c.id, p.id, coalesce(p.organisation, e.organisation), p.account_id, p.task, p.mode, coalesce(p.state, ''), p.tick_id is not null, coalesce(p.version, 0), coalesce(p.updated_at, now()),
               s.participant_id is not null, s.diet, s.accessibility, p.state_at, p.told, s.told
        from unnest($1::uuid[]) c(id)
        left join events.participants p on p.event_id = $2 and p.contact_id = c.id
        left join events.special_needs s on s.participant_id = p.id
        left join lateral (
            select coalesce((select o.organisation from events.participants o where p.id is null and o.contact_id = c.id and o.organisation is not null order by o.registered_at desc limit 1),
                            (select a.name from accounts.present_place f join accounts.account_card a on a.id = f.account_id where p.id is null and f.contact_id = c.id limit 1)) as organisation) e on true
        """,
        row => new KnownParticipant(
            row.GetGuid(0), row.IsDBNull(1) ? null : row.GetGuid(1), Text(row, 2), row.IsDBNull(3) ? null : row.GetGuid(3), Text(row, 4), Text(row, 5), row.GetString(6), row.GetBoolean(7), row.GetInt64(8),
            row.GetFieldValue<DateTimeOffset>(9))
        {
            HasNeeds = row.GetBoolean(10),
            Diet = Text(row, 11),
            Accessibility = Text(row, 12),
            StateAt = row.IsDBNull(13) ? null : row.GetFieldValue<DateTimeOffset>(13),
            Told = Text(row, 14),
            ToldNeeds = Text(row, 15),
        },
        ct, contacts, EventId)).ToDictionary(known => known.ContactId);

    public async Task Write(IReadOnlyList<(Guid Contact, ParticipantAnswer Answer)> answers, IReadOnlyDictionary<Guid, KnownParticipant> known, IReadOnlySet<Guid> made, ImportSheet sheet, ImportJournal journal, CancellationToken ct)
    {
        await represented.Load(answers.Select(pair => (pair.Answer.BusinessId, pair.Answer.Employer)), ct);
        List<(Guid Id, Guid Contact, ParticipantAnswer Answer)> fresh =
            [.. answers.Where(pair => known.GetValueOrDefault(pair.Contact)?.Id is null).Select(pair => (Guid.CreateVersion7(), pair.Contact, pair.Answer))];
        List<(KnownParticipant Known, ParticipantAnswer Answer)> there =
            [.. answers.Where(pair => known.GetValueOrDefault(pair.Contact) is { Id: not null }).Select(pair => (known[pair.Contact], pair.Answer))];
        await Add(fresh, sheet, ct);
        await AddNeeds([.. fresh.Concat(there.Where(pair => !pair.Known.HasNeeds).Select(pair => (pair.Known.Id!.Value, pair.Known.ContactId, pair.Answer)))], made, journal, ct);
        await journal.Added(session, participants, [.. fresh.Where(row => !made.Contains(row.Contact)).Select(row => (row.Contact, row.Id.ToString()))], ct);
        await Change(there, sheet, journal, ct);
    }

    public async Task<int> TakeBack(IReadOnlyList<ImportChange> changes, CancellationToken ct) =>
        await ImportJournal.TakeBack(session, needs, changes, ct) + await ImportJournal.TakeBack(session, participants, changes, ct);

    public Task<List<Guid>> Edited(Guid[] made, CancellationToken ct) => session.Rows(
        "select distinct contact_id from events.participants where contact_id = any($1) and (version <> 1 or event_id <> $2 or source <> $3)", row => row.GetGuid(0), ct, made, EventId, Sheet.FileName);

    public Task Remove(Guid[] contacts, CancellationToken ct) => session.Execute("delete from events.participants where contact_id = any($1)", ct, contacts);

    private Task Add(List<(Guid Id, Guid Contact, ParticipantAnswer Answer)> rows, ImportSheet sheet, CancellationToken ct) => session.Copy<(Guid Id, Guid Contact, ParticipantAnswer Answer)>(
        participants.Name,
        [
            new("id", NpgsqlDbType.Uuid, r => r.Id), new("event_id", NpgsqlDbType.Uuid, _ => EventId), new("contact_id", NpgsqlDbType.Uuid, r => r.Contact),
            new("organisation", NpgsqlDbType.Text, r => r.Answer.Employer), new("account_id", NpgsqlDbType.Uuid, r => AccountOf(r.Answer)), new("task", NpgsqlDbType.Text, r => r.Answer.Task),
            new("mode", NpgsqlDbType.Text, r => r.Answer.Mode), new("registered_at", NpgsqlDbType.TimestampTz, r => r.Answer.RespondedAt ?? sheet.Now),
            new("state", NpgsqlDbType.Text, r => r.Answer.State ?? ParticipantStates.Registered),
            new("state_at", NpgsqlDbType.TimestampTz, r => r.Answer.State is null or ParticipantStates.Registered ? null : StateAt(sheet)), new("told", NpgsqlDbType.Text, r => ToldBefore.With(null, KnownParticipant.Said(r.Answer))),
            new("source", NpgsqlDbType.Text, _ => sheet.FileName), new("updated_at", NpgsqlDbType.TimestampTz, _ => sheet.Now), new("version", NpgsqlDbType.Bigint, _ => 1L),
        ],
        rows, ct);

    private async Task AddNeeds(List<(Guid Id, Guid Contact, ParticipantAnswer Answer)> all, IReadOnlySet<Guid> made, ImportJournal journal, CancellationToken ct)
    {
        var rows = all.Where(row => (row.Answer.Diet ?? row.Answer.Accessibility) is not null).ToList();
        await session.Copy<(Guid Id, Guid Contact, ParticipantAnswer Answer)>(
            needs.Name,
            [
                new("participant_id", NpgsqlDbType.Uuid, r => r.Id), new("contact_id", NpgsqlDbType.Uuid, r => r.Contact), new("diet", NpgsqlDbType.Text, r => r.Answer.Diet),
                new("accessibility", NpgsqlDbType.Text, r => r.Answer.Accessibility), new("told", NpgsqlDbType.Text, r => ToldBefore.With(null, KnownParticipant.SaidNeeds(r.Answer))),
            ],
            rows, ct);
        await journal.Added(session, needs, [.. rows.Where(row => !made.Contains(row.Contact)).Select(row => (row.Contact, row.Id.ToString()))], ct);
    }

    private async Task Change(List<(KnownParticipant Known, ParticipantAnswer Answer)> people, ImportSheet sheet, ImportJournal journal, CancellationToken ct)
    {
        var (changed, needed) = (new List<ImportChange>(), new List<ImportChange>());
        foreach (var (known, answer) in people)
        {
            var (id, key) = (known.ContactId, known.Id!.Value.ToString());
            void Set(string column, string? before, string? after) => changed.Add(participants.Changed(id, key, column, before, after));
            if (ToldBefore.With(known.Told, KnownParticipant.Said(answer)) is var told && told != known.Told)
                Set("told", known.Told, told);
            if (known.HasNeeds && ToldBefore.With(known.ToldNeeds, KnownParticipant.SaidNeeds(answer)) is var toldNeeds && toldNeeds != known.ToldNeeds)
                needed.Add(needs.Changed(id, key, "told", known.ToldNeeds, toldNeeds));
            if (!known.IsNews(answer))
                continue;
            foreach (var (column, before, after) in known.Differences(answer))
            {
                Set(column, before, after);
                if (column == "state")
                    Set("state_at", known.StateAt is { } since ? Text(since) : null, Text(StateAt(sheet)));
                else if (column == "organisation")
                    Set("account_id", known.AccountId?.ToString(), AccountOf(answer)?.ToString());
            }

            Set("version", Text(known.Version), Text(known.Version + 1));
            Set("updated_at", Text(known.UpdatedAt), Text(sheet.Now));
            if (known.HasNeeds)
                needed.AddRange(known.NeedsDifferences(answer).Select(field => needs.Changed(id, key, field.Column, field.Before, field.After)));
        }

        await journal.Change(session, participants, changed, ct);
        await journal.Change(session, needs, needed, ct);
    }

    /// <summary>A sheet says what was so at the event, not when it was told.</summary>
    private DateTimeOffset StateAt(ImportSheet sheet) => sheet.Now < StartsAt ? sheet.Now : StartsAt;

    private Guid? AccountOf(ParticipantAnswer answer) => represented.Of(answer.BusinessId, answer.Employer);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private static string? Text(Npgsql.NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
