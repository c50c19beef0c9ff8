using Karelia.Crm.Kernel.Audit;

namespace Karelia.Crm.Consent.MailingLists;

[Allow(Role.Communications)]
internal sealed record GetMailingListFile([property: FromRoute] Guid Id) : IQuery<SheetAnswer>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/mailing-list-exports/{id:guid}/file", ([AsParameters] GetMailingListFile query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("Downloads the list as a workbook for Liana Mailer: those of it who may still be written to")
        .Produces(StatusCodes.Status200OK, contentType: SheetAnswer.ContentType);
}

file sealed class Handler(ConsentDb db, DbSession session, Targets targets, AuditLog audit) : IRequestHandler<GetMailingListFile, SheetAnswer>
{
    private const string StillMailable =
        "from consent.disclosed_contacts d join consent.recipients($1, $2) r on r.contact_id = d.contact_id and r.reason is null where d.disclosure_id = $3";

    public async Task<SheetAnswer> Handle(GetMailingListFile query, CancellationToken ct)
    {
        var list = await db.Disclosures.AsNoTracking().SingleOrDefaultAsync(d => d.Id == query.Id, ct) ?? throw Refusal.Unknown();
        var people = await session.Rows(
            $"select coalesce(array_agg(d.contact_id), '{{}}') {StillMailable}", row => row.GetFieldValue<Guid[]>(0), ct, list.Channel, list.Topic, list.Id);
        await audit.Bulk(nameof(GetMailingListFile), "export", "disclosure", list.Id, people[0], ct);
        var work = await targets.Published("contact_work", "contact_id, organisation, task", "null::uuid, null::text, null::text", ct);
        var rows = await session.Sql(
            $"""
            select distinct on (lower(r.email) collate "C") lower(r.email), coalesce(nullif(r.called_name, ''), r.first_names), r.last_name, r.language, w.organisation, w.task, $4::text, r.contact_id::text
            {StillMailable.Replace(" where", $" left join (select distinct on (contact_id) * from ({work}) works) w on w.contact_id = r.contact_id where", StringComparison.Ordinal)}
            order by lower(r.email) collate "C", r.contact_id
            """,
            ct, list.Channel, list.Topic, list.Id, list.Name);
        return new($"{list.Name}.xlsx", "Liana", ["email", "etunimi", "sukunimi", "kieli", "organisaatio", "tehtava", "kohderyhma", "crm_id"], rows);
    }
}
