using Karelia.Crm.Consent.Disclosures;
using Karelia.Crm.Kernel.Audit;
using Karelia.Crm.Spreadsheets;

namespace Karelia.Crm.Consent.MailingLists;

[Allow(Role.Communications)]
internal sealed record GetMailingListFile([property: FromRoute] Guid Id) : IQuery<SheetAnswer>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/mailing-list-exports/{id:guid}/file", ([AsParameters] GetMailingListFile query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("Downloads the list as a workbook for Liana Mailer: those of it who may still be written to")
        .Produces(StatusCodes.Status410Gone)
        .Produces(StatusCodes.Status200OK, contentType: SheetAnswer.ContentType);
}

file sealed class Handler(ConsentDb db, DbSession session, Targets targets, FileExpiry expiry, DisclosedFiles files, AuditLog audit) : IRequestHandler<GetMailingListFile, SheetAnswer>
{
    /// <summary>The file is made once, in the database: who is in it is logged before the first row leaves.</summary>
    public async Task<SheetAnswer> Handle(GetMailingListFile query, CancellationToken ct)
    {
        var list = await db.Disclosures.AsNoTracking().SingleOrDefaultAsync(d => d.Id == query.Id, ct) ?? throw Refusal.Unknown();
        expiry.RefuseIfOver(list);
        // As an array the planner knows how many they are; of a list written a moment ago it has no statistics.
        var listed = await Ids("select contact_id from consent.disclosed_contacts where disclosure_id = $1", ct, list.Id);
        var work = await targets.Published("contact_work", "contact_id, organisation, task", "null::uuid, null::text, null::text", ct);
        await session.Execute("set work_mem = '64MB'", ct);
        await session.Execute(
            $"""
            create temp table mailing_list_file as
            select distinct on (lower(r.email) collate "C")
                   lower(r.email) as email, coalesce(nullif(r.called_name, ''), r.first_names), r.last_name, r.language, w.organisation, w.task, $3::text, r.contact_id::text as crm_id
            from unnest($4::uuid[]) d(contact_id)
            join consent.recipients($1, $2, $5, $6) r on r.contact_id = d.contact_id and r.reason is null
            left join (select distinct on (contact_id) * from ({work}) works) w on w.contact_id = r.contact_id
            order by lower(r.email) collate "C", r.contact_id
            """,
            ct, list.Channel, list.Topic, list.Name, listed, DbSession.Parameter(list.TargetGroupId, NpgsqlTypes.NpgsqlDbType.Uuid), list.Kind);
        var people = await Ids("select crm_id::uuid from mailing_list_file", ct);
        await audit.Bulk(nameof(GetMailingListFile), "export", "disclosure", list.Id, people, ct);
        var rows = await session.Sql("""select * from mailing_list_file order by email collate "C" """, ct);
        return new($"{list.Name}.xlsx", "Liana", MailingList.Columns, rows.Cells(MailingList.Columns.Length, ct), files.Note(list.Id, people.Length));
    }

    private async Task<Guid[]> Ids(string people, CancellationToken ct, params object?[] values) =>
        (await session.Rows($"select array({people})", row => row.GetFieldValue<Guid[]>(0), ct, values))[0];
}
