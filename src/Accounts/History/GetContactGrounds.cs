using System.Text.Json;
using Karelia.Crm.Accounts.Contacts;

namespace Karelia.Crm.Accounts.History;

[Allow(Role.Reader)]
internal sealed record GetContactGrounds([FromRoute] Guid Id) : IQuery<ContactGrounds>;

/// <summary>Why the register holds what it holds of a person: the person's present roles, and the fields that their purposes need.</summary>
internal sealed record ContactGrounds(IReadOnlyList<Ground> Grounds, IReadOnlyList<HeldField> Fields) : IShowsPeople
{
    [System.Text.Json.Serialization.JsonIgnore]
    public Guid ContactId { get; init; }

    public IEnumerable<Guid> ShownPeople() => [ContactId];
}

/// <summary>A present role with its purpose, legal basis and source. <c>until</c> is the last day when it is known; <c>ends</c> says what ends it otherwise.</summary>
internal sealed record Ground(string Role, string Purpose, string Basis, string Source, DateOnly StartedOn, DateOnly? Until, string Ends);

/// <summary>A field, its names, where it comes from, and for which of the person's purposes it is held.</summary>
internal sealed record HeldField(string Field, string Fi, string En, string? SourceFi, string? SourceEn, IReadOnlyList<string> Purposes);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/contacts/{id:guid}/grounds", ([AsParameters] GetContactGrounds query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("Why each field of a person is held: purpose, legal basis, source and what ends it");
}

file sealed class Handler(AccountsDb db, CurrentUser user, IEnumerable<PersonalData> pages, TimeProvider clock) : IRequestHandler<GetContactGrounds, ContactGrounds>
{
    private static readonly Dictionary<string, string> purposes = new()
    {
        [ContactRoles.Customer] = Purposes.CustomerCare,
        [ContactRoles.Partner] = Purposes.Partnership,
        [ContactRoles.InternshipContact] = Purposes.InternshipAndThesis,
        [ContactRoles.ThesisContact] = Purposes.InternshipAndThesis,
        [ContactRoles.RdiContact] = Purposes.Rdi,
        [ContactRoles.Alumnus] = Purposes.Alumni,
        [ContactRoles.Expert] = Purposes.ExpertPool,
        [ContactRoles.Participant] = Purposes.Participation,
    };

    private static readonly Dictionary<string, string> ends = new()
    {
        [LegalBases.Consent] = "withdrawal",
        [LegalBases.Contract] = "agreement-over",
        [LegalBases.LegitimateInterest] = "objection-or-inactivity",
        [LegalBases.PublicTask] = "objection-or-inactivity",
        [LegalBases.LegalObligation] = "law",
    };

    public async Task<ContactGrounds> Handle(GetContactGrounds query, CancellationToken ct)
    {
        var contact = await db.Find(query.Id, user, ct);
        var today = clock.Today();
        var grounds = contact.Roles.Where(role => role.EndedOn is null || role.EndedOn >= today).OrderBy(role => role.StartedOn)
            .Select(role => new Ground(role.Role, purposes[role.Role], role.Basis, role.Source, role.StartedOn, role.EndedOn, ends[role.Basis])).ToList();
        var held = grounds.Select(ground => ground.Purpose).ToHashSet();
        // The register itself holds its fields whatever the roles are, and says so when none needs them; other modules have theirs only for a purpose.
        var fields = pages.SelectMany(page => page.Holdings).Where(holding => holding.Person is not null && !holding.AppendOnly)
            .Select(holding => (Holding: holding, Purposes: holding.Purposes.Where(held.Contains).ToList()))
            .Where(one => one.Purposes.Count > 0 || one.Holding.Entity.Assembly == typeof(AccountsDb).Assembly)
            .SelectMany(one => one.Holding.Fields.Where(field => field.Value.OnlyFor.Count == 0 || field.Value.OnlyFor.Any(user.Is)).Select(field => new HeldField(
                $"{Camel(one.Holding.Entity.Name)}.{Camel(field.Key)}", field.Value.Fi, field.Value.En, one.Holding.Source?.Fi, one.Holding.Source?.En, one.Purposes)));
        return new(grounds, [.. fields]) { ContactId = contact.Id };
    }

    private static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
