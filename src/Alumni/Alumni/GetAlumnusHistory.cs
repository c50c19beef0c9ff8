using System.Text.Json.Serialization;
using Karelia.Crm.Accounts;

namespace Karelia.Crm.Alumni.Alumni;

[Allow(Role.AlumniCoordinator, Role.Communications, Role.DataProtectionOfficer, Role.PartnershipManager, Role.CustomerManager, Role.ExpertCoordinator)]
internal sealed record GetAlumnusHistory([property: FromRoute] Guid ContactId, string? Field = null, int? Limit = null, string? Cursor = null) : IQuery<AlumnusHistory>;

internal sealed record AlumnusHistory(IReadOnlyList<FieldChange> Items, string? NextCursor) : Page<FieldChange>(Items, NextCursor), IShowsPeople
{
    [JsonIgnore]
    public Guid ContactId { get; init; }

    public IEnumerable<Guid> ShownPeople() => [ContactId];
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/alumni/{contactId:guid}/history", ([AsParameters] GetAlumnusHistory query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("What each field of an alumnus was before, newest first: old, new, who and when. The date of birth is not in it");
}

file sealed class Rules : AbstractValidator<GetAlumnusHistory>
{
    public Rules()
    {
        RuleFor(q => q.Field).IsOneOf([.. Handler.Fields.Values]);
        RuleFor(q => q.Limit).IsLimit();
    }
}

file sealed class Handler(AlumniDb db, IPersonHistory history) : IRequestHandler<GetAlumnusHistory, AlumnusHistory>
{
    /// <summary>As the audit names them and as the contract does.</summary>
    public static readonly IReadOnlyDictionary<string, string> Fields = new Dictionary<string, string>
    {
        ["Alumnus.FormerLastName"] = "formerLastName",
        ["Alumnus.Employer"] = "employer",
        ["Alumnus.Task"] = "task",
        ["Degree.Programme"] = "degrees.programme",
        ["Degree.Institution"] = "degrees.institution",
        ["Degree.Title"] = "degrees.degree",
        ["Degree.StartedYear"] = "degrees.startedYear",
        ["Degree.GraduatedYear"] = "degrees.graduatedYear",
        ["Interest.FormCode"] = "forms",
        ["Interest.Note"] = "forms.note",
    };

    public async Task<AlumnusHistory> Handle(GetAlumnusHistory query, CancellationToken ct)
    {
        var id = (await db.Find(query.ContactId, ct)).Alumnus.ContactId;
        var page = await history.Of(id, Fields, query.Field, query.Limit, query.Cursor, ct);
        return new(page.Items, page.NextCursor) { ContactId = id };
    }
}
