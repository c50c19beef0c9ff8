using Karelia.Crm.Accounts;
using Karelia.Crm.Kernel.Audit;

namespace Karelia.Crm.Consent.Erasure;

[Allow(Role.DataProtectionOfficer)]
internal sealed record GetErasurePlan([FromRoute] Guid Id) : IQuery<ErasurePlan>;

/// <summary>What an erasure would do, before anybody decides. A waiting proposal names who made it; of recipients there will be a notice each.</summary>
internal sealed record ErasurePlan(Guid ContactId, string Name, IReadOnlyList<PlannedItems> Items, IReadOnlyList<string> Recipients, bool NeedsTwo, string? ProposedBy, bool IsRestricted) : IShowsPeople
{
    public IEnumerable<Guid> ShownPeople() => [ContactId];
}

/// <summary>A category of data and what becomes of it: erase, anonymise (the row is about others too), or keep, then with the law and until when.</summary>
internal sealed record PlannedItems(
    string Module, string Category, string Action, long Items, IReadOnlyList<FieldNames> Fields, string? Law = null, string? LawEn = null, DateOnly? Until = null);

/// <summary>A field's names for people.</summary>
internal sealed record FieldNames(string Fi, string En);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/contacts/{id:guid}/erasure-plan", ([AsParameters] GetErasurePlan query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("What an erasure of the person would erase, anonymise and keep, of every module");
}

file sealed class Handler(ConsentDb db, DbSession session, PersonTables tables, IKnownPeople people, IEnumerable<Evidence> evidence) : IRequestHandler<GetErasurePlan, ErasurePlan>
{
    public async Task<ErasurePlan> Handle(GetErasurePlan query, CancellationToken ct)
    {
        var person = await people.Know(query.Id, ct);
        var traces = await Traces.Of([person.Id, .. person.Ids.Where(id => id != person.Id)], session, tables, ct);
        var items = new List<PlannedItems>();
        foreach (var table in tables.All.Where(table => !table.IsOnlyOfStaff))
        {
            var plan = await new PersonRows(table, table, traces, session, evidence.FirstOrDefault(one => one.Table == table.Table)).Plan(ct);
            var fields = table.Columns.Where(column => column is { Field: not null, IsComputed: false }).Select(column => column.Field!).ToList();
            PlannedItems Of(string action, long count) => new(table.Module, table.Category, action, count, [.. fields.Select(field => new FieldNames(field.Fi, field.En))]);
            if (plan.Gone > 0)
                items.Add(Of("erase", plan.Gone));
            if (plan.Shared > 0)
                items.Add(Of("anonymise", plan.Shared));
            items.AddRange(plan.Kept.Select(kept => Of("keep", kept.Count) with
            {
                Fields = [.. table.Columns.Where(column => kept.Law.Properties.Contains(column.Property) && column.Field is not null).Select(column => new FieldNames(column.Field!.Fi, column.Field.En))],
                Law = kept.Law.Fi,
                LawEn = kept.Law.En,
                Until = kept.Until,
            }));
        }

        var recipients = await db.DisclosedContacts.Where(row => traces.Ids.Contains(row.ContactId)).Join(db.Disclosures, row => row.DisclosureId, d => d.Id, (_, d) => d.Recipient).Distinct().OrderBy(r => r).ToListAsync(ct);
        return new(
            person.Id, string.Join(" ", traces.Names.Select(name => $"{name.First} {name.Last}".Trim()).Take(1)), items, recipients,
            await db.ErasureSettings.AnyAsync(s => s.NeedsTwo, ct), await db.ErasureProposals.Where(p => p.ContactId == person.Id).Select(p => p.By).FirstOrDefaultAsync(ct),
            person.IsRestricted);
    }
}
