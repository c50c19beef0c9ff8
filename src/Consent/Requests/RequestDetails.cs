using Karelia.Crm.Accounts;
using Karelia.Crm.Consent.Purposes;

namespace Karelia.Crm.Consent.Requests;

/// <summary>A request with its person, its clock, what the person's bases say of it, and each step that was taken.</summary>
internal sealed record RequestDetails(
    Guid Id, string Kind, string Channel, string State, string? Name, string? Email, string? Message, string Language, MatchedPerson? Person, DateTimeOffset ReceivedAt, DateOnly DueOn,
    int DaysLeft, bool Overdue, int ExtendedMonths, string? ExtensionReason, TakenBy? Assignee, string? Notes, string? IdentityCheck, RightGiven Right, string? Decision, string? Ground,
    string? Done, Guid? CertificateId, string? Answer, DateTimeOffset? AnsweredAt, IReadOnlyList<StepTaken> Steps, long Version) : IVersioned, IShowsPeople
{
    public IEnumerable<Guid> ShownPeople() => Person is null ? [] : [Person.Id];
}

/// <summary>The person in the register that a request is about, or may be.</summary>
internal sealed record MatchedPerson(Guid Id, string Name, string? Email, bool IsPassive, bool IsRestricted);

/// <summary>Who has taken the request.</summary>
internal sealed record TakenBy(Guid Id, string Name);

internal sealed record StepTaken(string Step, DateTimeOffset At, string By);

/// <summary>Requests as the desk opens and shows them.</summary>
internal sealed class RequestFiles(ConsentDb db, DbSession session, ActivePurposes purposes, TimeProvider clock)
{
    private const string Cards = """
        (select id, last_name || ' ' || first_names as name, email, search_text, is_passive, false as is_restricted from accounts.contact_card
         union all select id, last_name || ' ' || first_names, email, search_text, is_passive, true from accounts.contact_card_restricted) p
        """;

    public DateOnly Today => clock.Today();

    /// <summary>404 when there is none.</summary>
    public async Task<DataSubjectRequest> Open(Guid id, CancellationToken ct) =>
        await db.Requests.Include(r => r.Steps).FirstOrDefaultAsync(r => r.Id == id, ct) ?? throw Refusal.Unknown();

    public async Task<RequestDetails> Show(DataSubjectRequest r, CancellationToken ct)
    {
        var person = r.ContactId is { } id ? (await People("where p.id = $1", ct, id)).SingleOrDefault() : null;
        return new(
            r.Id, r.Kind, r.Channel, r.State, r.Name, r.Email, r.Message, r.Language, person, r.ReceivedAt, r.DueOn, r.DueOn.DayNumber - Today.DayNumber, r.IsOverdue(Today),
            r.ExtendedMonths, r.ExtensionReason, r.AssigneeId is { } assignee ? new(assignee, r.AssigneeName!) : null, r.Notes, r.IdentityCheck, await Right(r, ct), r.Decision, r.Ground,
            r.Done, r.CertificateId, r.Answer, r.AnsweredAt, [.. r.Steps.OrderBy(s => s.At).ThenBy(s => s.Id).Select(s => new StepTaken(s.Step, s.At, s.UserName))], r.Version);
    }

    public async Task<RightGiven> Right(DataSubjectRequest request, CancellationToken ct) =>
        Rights.Of(request.Kind, request.ContactId is { } id ? await purposes.Of(id, ct) : []);

    /// <summary>Where the letters go: the address that the requester gave, else the one that the register has.</summary>
    public async Task<string?> AddressOf(DataSubjectRequest request, CancellationToken ct) => request.Email ?? await KnownAddressOf(request, ct);

    /// <summary>The address that the register has of the person.</summary>
    public async Task<string?> KnownAddressOf(DataSubjectRequest request, CancellationToken ct) =>
        request.ContactId is { } id ? (await People("where p.id = $1", ct, id)).SingleOrDefault()?.Email : null;

    /// <summary>The names of people in the register; an erased one has none.</summary>
    public async Task<Dictionary<Guid, string>> Names(Guid[] ids, CancellationToken ct) => ids.Length == 0 ? [] : (await People("where p.id = any($1)", ct, ids)).ToDictionary(person => person.Id, person => person.Name);

    /// <summary>Who may have asked: who has the address, then who bears the name.</summary>
    public Task<List<MatchedPerson>> Candidates(DataSubjectRequest request, CancellationToken ct) => People(
        """
        where exists (select from accounts.contact_address a where a.contact_id = p.id and a.address = $1)
           or (select bool_and(p.search_text like '%' || word || '%') from regexp_split_to_table(nullif(accounts.fold($2), ''), '\s+') word)
        order by exists (select from accounts.contact_address a where a.contact_id = p.id and a.address = $1) desc, p.name, p.id limit 20
        """,
        ct, request.Email ?? "", request.Name?.Trim() ?? "");

    private Task<List<MatchedPerson>> People(string which, CancellationToken ct, params object?[] values) => session.Rows(
        $"select p.id, p.name, p.email, p.is_passive, p.is_restricted from {Cards} {which}",
        row => new MatchedPerson(row.GetGuid(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2), row.GetBoolean(3), row.GetBoolean(4)), ct, values);
}
