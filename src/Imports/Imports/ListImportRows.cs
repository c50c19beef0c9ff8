using Karelia.Crm.Kernel.Imports;
using Npgsql;
using NpgsqlTypes;

namespace Karelia.Crm.Imports.Imports;

[Allow(Role.AlumniCoordinator, Role.ExpertCoordinator, Role.CustomerManager, Role.Communications, Role.DataProtectionOfficer)]
internal sealed record ListImportRows([FromRoute] Guid Id, string? Outcome = null, string? Code = null, int? Limit = null, string? Cursor = null, bool? Count = null) : IQuery<RowPage>;

/// <summary>Lines of an import, in the sheet's order.</summary>
internal sealed record RowPage(IReadOnlyList<RowItem> Items, string? NextCursor) : Page<RowItem>(Items, NextCursor), IShowsPeople
{
    public IEnumerable<Guid> ShownPeople() => Items.SelectMany(item => item.ShownPeople());
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/imports/{id:guid}/rows", ([AsParameters] ListImportRows query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("Lines of an import with their outcomes and reasons");
}

file sealed class Rules : AbstractValidator<ListImportRows>
{
    public Rules()
    {
        RuleFor(q => q.Limit).IsLimit();
        RuleFor(q => q.Outcome).IsOneOf(Outcomes.All);
        RuleFor(q => q.Code).MaximumLength(60);
    }
}

file sealed class Handler(Kinds kinds, DbSession session, RowItems rows) : IRequestHandler<ListImportRows, RowPage>
{
    private const string Wanted = "($2::text is null or r.outcome = $2) and ($3::jsonb is null or r.reasons @> $3)";

    public async Task<RowPage> Handle(ListImportRows query, CancellationToken ct)
    {
        var import = await kinds.Find(query.Id, ct);
        var after = Cursor.Read(query.Cursor, 1) is [var last] ? Cursor.Key<int>(last) : 0;
        var limit = query.Limit ?? Paging.Usual;
        var found = await rows.Show(import, $"{Wanted} and r.row > $4 order by r.row limit {limit + 1}", ct, query.Outcome, Code(query.Code), after);
        var page = Paging.Of(found, limit, row => Cursor.After(Cursor.Text(row.Row)));
        return new(page.Items, page.NextCursor)
        {
            Total = query.Count is not true ? null : (await session.Rows(
                $"select count(*) from imports.rows r where r.import_id = $1 and {Wanted}", row => row.GetInt64(0), ct, import.Id, query.Outcome, Code(query.Code)))[0],
        };
    }

    private static NpgsqlParameter Code(string? code) => new()
    {
        Value = code is null ? DBNull.Value : System.Text.Json.JsonSerializer.Serialize(new[] { new { code } }),
        NpgsqlDbType = NpgsqlDbType.Jsonb,
    };
}
