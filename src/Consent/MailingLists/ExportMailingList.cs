using Karelia.Crm.Kernel.Audit;
using Karelia.Crm.Kernel.Web;
using Npgsql;
using NpgsqlTypes;

namespace Karelia.Crm.Consent.MailingLists;

[Allow(Role.Communications)]
internal sealed record ExportMailingList(
    string Name,
    string Channel,
    string Topic,
    string Purpose,
    string Recipient,
    ContactFilter? ContactFilter = null,
    string? Unit = null,
    Guid? TargetGroupId = null,
    string Kind = MailingList.Marketing) : ICommand<ExportedMailingList>, IListed;

internal sealed record ExportedMailingList(Guid Id, int Included, Exclusions Excluded, string FileUrl, string BlockListUrl);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/mailing-list-exports", async (ExportMailingList command, IMediator crm, CancellationToken ct) =>
        {
            var export = await crm.Send(command, ct);
            return Endpoints.Created($"/mailing-list-exports/{export.Id}", export);
        })
        .WithSummary("Discloses a mailing list to the newsletter service: nobody is on it who may not be written to");
}

file sealed class Rules : AbstractValidator<ExportMailingList>
{
    public Rules() => this.AddListRules();
}

file sealed class Handler(DbSession session, Targets targets, AuditLog audit, CurrentUser user, TimeProvider clock) : IRequestHandler<ExportMailingList, ExportedMailingList>
{
    /// <summary>Who is on the list, the counts and the record of the disclosure come from one statement: one snapshot, taken after the request began.</summary>
    public async Task<ExportedMailingList> Handle(ExportMailingList command, CancellationToken ct)
    {
        var id = Guid.CreateVersion7();
        var values = new List<object?>
        {
            id, command.Name.Trim(), command.Purpose.Trim(), command.Recipient, DbSession.Parameter(command.Unit, NpgsqlDbType.Text),
            await targets.Kept(command, ct), clock.GetUtcNow(), user.Id, user.Name, MailingList.Columns,
        };
        var target = await targets.Sql(command, values, ct);
        var excluded = string.Join(", ", MailingList.Reasons.Select(reason => $"'{reason}', count(*) filter (where reason = '{reason}')"));
        var done = await Once(session.Rows(
            $"""
            with target as materialized ({target}),
            counted as (select count(*) filter (where reason is null)::int as included, jsonb_build_object({excluded}) as excluded from target),
            disclosure as (
                insert into consent.disclosures (id, name, purpose, recipient, unit, filter, at, user_id, user_name, fields, channel, topic, target_group_id, kind, included, excluded)
                select $1, $2, $3, $4, $5, $6::jsonb, $7, $8, $9, $10, $11, $12, $13, $14, included, excluded from counted
            ),
            people as (insert into consent.disclosed_contacts (disclosure_id, contact_id) select $1, contact_id from target where reason is null)
            select included, excluded::text from counted
            """,
            row => (Included: row.GetInt32(0), Excluded: row.GetString(1)), ct, [.. values]));
        await audit.Bulk(nameof(ExportMailingList), "export", "disclosure", id, await Disclosed(id, ct), ct);
        return new(id, done[0].Included, MailingList.Read(done[0].Excluded).For(user), MailingList.FileOf(id), MailingList.BlockListOf(id));
    }

    /// <summary>Somebody was put aside between the snapshot and the write: the list is made anew, from a later snapshot.</summary>
    private static async Task<T> Once<T>(Task<T> made)
    {
        try
        {
            return await made;
        }
        catch (PostgresException passive) when (passive.SqlState == "CRM09")
        {
            // The pipeline repeats what the database could not put in order, and says 'busy' in the end.
            throw new PostgresException("Somebody became passive meanwhile.", passive.Severity, passive.InvariantSeverity, PostgresErrorCodes.SerializationFailure);
        }
    }

    private async Task<Guid[]> Disclosed(Guid id, CancellationToken ct) => (await session.Rows(
        "select coalesce(array_agg(contact_id), '{}') from consent.disclosed_contacts where disclosure_id = $1", row => row.GetFieldValue<Guid[]>(0), ct, id))[0];
}
