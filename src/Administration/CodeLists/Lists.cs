using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Karelia.Crm.Administration.CodeLists;

/// <summary>The lists that modules declared, as they stand now.</summary>
internal sealed class Lists(IEnumerable<CodeList> declared, AdministrationDb db, DbSession session, CurrentUser user) : ICodeLists
{
    public IEnumerable<CodeList> All => declared;

    public async Task<IReadOnlyList<KnownCode>> Of(string list, CancellationToken ct) =>
        await db.Codes.AsNoTracking().Where(c => c.List == list).OrderBy(c => c.Position).ThenBy(c => c.Code).Select(c => new KnownCode(c.Code, c.Fi, c.En, c.Aliases, c.IsRetired)).ToListAsync(ct);

    public async Task<string?> CodeOf(string list, string? name, CancellationToken ct) =>
        string.IsNullOrWhiteSpace(name) ? null : (await session.Rows("select administration.code_of($1, $2)", row => row.IsDBNull(0) ? null : row.GetString(0), ct, list, name))[0];

    public bool MayEdit(CodeList list) => user.Is(Role.Admin) || list.Editors.Any(user.Is);

    /// <summary>404 for a list that nobody declared, 403 for one that others keep.</summary>
    public CodeList ToEdit(string code)
    {
        var list = declared.FirstOrDefault(list => list.Code == code) ?? throw Refusal.Unknown();
        return MayEdit(list) ? list : throw new Refusal("forbidden", StatusCodes.Status403Forbidden, "Your role does not include this.");
    }

    /// <summary>One name leads to one code: else a text would become sometimes the one and sometimes the other.</summary>
    public async Task RefuseTaken(string list, string code, string fi, string en, string[] aliases, CancellationToken ct)
    {
        var taken = await session.Rows(
            "select code from administration.codes where list = $1 and code <> $2 and not is_retired and keys && administration.code_keys($2, $3, $4, $5) limit 1",
            row => row.GetString(0), ct, list, code, fi, en, aliases);
        if (taken.Count > 0)
            throw new Refusal("name-taken", detail: $"The code '{taken[0]}' has one of these names already.") { More = new Dictionary<string, object?> { ["code"] = taken[0] } };
    }
}

/// <summary>Puts the codes that a release begins with into the lists, before anybody is served. What is there already stays as the house has made it.</summary>
internal sealed class FirstCodes(IEnumerable<CodeList> declared, NpgsqlDataSource source) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var list in declared)
        {
            await using var insert = source.CreateCommand("""
                insert into administration.codes (list, code, fi, en, aliases, position, is_retired, version)
                select $1, c."Code", c."Fi", c."En", c."Aliases", c."Position", false, 1
                from jsonb_to_recordset($2) as c("Code" text, "Fi" text, "En" text, "Aliases" text[], "Position" int) on conflict do nothing
                """);
            insert.Parameters.Add(new() { Value = list.Code });
            insert.Parameters.Add(new()
            {
                Value = JsonSerializer.Serialize(list.Starting.Select((first, i) => new { first.Code, first.Fi, first.En, first.Aliases, Position = (i + 1) * 10 })),
                NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Jsonb,
            });
            await insert.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
