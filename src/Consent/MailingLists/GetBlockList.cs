using Karelia.Crm.Kernel.Audit;
using Karelia.Crm.Spreadsheets;

namespace Karelia.Crm.Consent.MailingLists;

[Allow(Role.Communications)]
internal sealed record GetBlockList([property: FromRoute] Guid Id) : IQuery<SheetAnswer>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/mailing-list-exports/{id:guid}/block-list", ([AsParameters] GetBlockList query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("Downloads the addresses that Liana Mailer must never write to about the list's topic")
        .Produces(StatusCodes.Status410Gone)
        .Produces(StatusCodes.Status200OK, contentType: SheetAnswer.ContentType);
}

file sealed class Handler(ConsentDb db, DbSession session, FileExpiry expiry, AuditLog audit) : IRequestHandler<GetBlockList, SheetAnswer>
{
    /// <summary>Restricted people leave in no file (GDPR art. 18).</summary>
    private const string Closed =
        "from consent.closed_addresses($1, $2, $3, $4) k join accounts.recipient p on p.contact_id = k.contact_id and not p.is_restricted";

    public async Task<SheetAnswer> Handle(GetBlockList query, CancellationToken ct)
    {
        var list = await db.Disclosures.AsNoTracking().SingleOrDefaultAsync(d => d.Id == query.Id, ct) ?? throw Refusal.Unknown();
        expiry.RefuseIfOver(list);
        var people = await session.Rows($"select coalesce(array_agg(distinct k.contact_id), '{{}}') {Closed}", row => row.GetFieldValue<Guid[]>(0), ct, Values());
        await audit.Bulk(nameof(GetBlockList), "export", "disclosure", list.Id, people[0], ct);
        var rows = await session.Sql($"""select distinct lower(k.address) collate "C" {Closed} order by 1""", ct, Values());
        return new($"{list.Name} estolista.xlsx", "Estolista", ["email"], rows.Cells(1, ct));

        object?[] Values() => [list.Channel, list.Topic, DbSession.Parameter(list.TargetGroupId, NpgsqlTypes.NpgsqlDbType.Uuid), list.Kind];
    }
}
