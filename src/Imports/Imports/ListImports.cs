using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Karelia.Crm.Imports.Imports;

[Allow(Role.AlumniCoordinator, Role.ExpertCoordinator, Role.CustomerManager, Role.Communications, Role.DataProtectionOfficer)]
internal sealed record ListImports(string? State = null, int? Limit = null, string? Cursor = null, bool? Count = null) : IQuery<Page<ImportLineItem>>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/imports", ([AsParameters] ListImports query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("Imports, the latest first");
}

file sealed class Rules : AbstractValidator<ListImports>
{
    public Rules()
    {
        RuleFor(q => q.Limit).IsLimit();
        RuleFor(q => q.State).IsOneOf(States.All);
    }
}

file sealed class Handler(DbSession session, Kinds kinds) : IRequestHandler<ListImports, Page<ImportLineItem>>
{
    private const string Listed = """
        (select i.*, case when i.state = 'committing' and j.state in ('failed', 'cancelled') then 'failed' else i.state end as shown
         from imports.imports i left join kernel.jobs j on j.id = i.job_id) i
        """;

    public async Task<Page<ImportLineItem>> Handle(ListImports query, CancellationToken ct)
    {
        (object? At, object? Id) after = Cursor.Read(query.Cursor, 2) is [var at, var id] ? (Cursor.Key<DateTimeOffset>(at), Cursor.Key<Guid>(id)) : (null, null);
        var limit = query.Limit ?? Paging.Usual;
        var rows = await session.Rows(
            $"""
            select id, kind, file_name, shown, counts::text, created_at, created_by, committed_at, undone_at from {Listed}
            where kind = any($4) and ($1::text is null or shown = $1) and ($2::timestamptz is null or (created_at, id) < ($2::timestamptz, $3::uuid))
            order by created_at desc, id desc limit {limit + 1}
            """,
            Read, ct, DbSession.Parameter(query.State, NpgsqlDbType.Text), DbSession.Parameter(after.At, NpgsqlDbType.TimestampTz), DbSession.Parameter(after.Id, NpgsqlDbType.Uuid), kinds.Seen);
        var page = Paging.Of(rows, limit, row => Cursor.After(Cursor.Text(row.CreatedAt), row.Id.ToString()));
        return query.Count is not true ? page : page with
        {
            Total = (await session.Rows($"select count(*) from {Listed} where kind = any($2) and ($1::text is null or shown = $1)", row => row.GetInt64(0), ct, DbSession.Parameter(query.State, NpgsqlDbType.Text), kinds.Seen))[0],
        };
    }

    private static ImportLineItem Read(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetString(3), JsonSerializer.Deserialize<ImportCounts>(row.GetString(4), JsonSerializerOptions.Web)!,
        row.GetFieldValue<DateTimeOffset>(5), row.GetString(6), row.IsDBNull(7) ? null : row.GetFieldValue<DateTimeOffset>(7), row.IsDBNull(8) ? null : row.GetFieldValue<DateTimeOffset>(8));
}
