using System.Text.Json;
using System.Text.Json.Serialization;
using Karelia.Crm.Kernel.Imports;

namespace Karelia.Crm.Imports.Imports;

/// <summary>An import in a list.</summary>
internal record ImportLineItem(Guid Id, string Kind, string FileName, string State, ImportCounts Counts, DateTimeOffset CreatedAt, string CreatedBy, DateTimeOffset? CommittedAt, DateTimeOffset? UndoneAt);

/// <summary>An import with its mapping and results.</summary>
internal sealed record ImportDetails(
    Guid Id,
    string Kind,
    Guid? EventId,
    string? Form,
    string FileName,
    string State,
    ImportCounts Counts,
    int SheetRows,
    IReadOnlyList<ColumnLine> Mapping,
    IReadOnlyList<ImportField> Fields,
    DateTimeOffset CreatedAt,
    string CreatedBy,
    DateTimeOffset? CommittedAt,
    DateTimeOffset? UndoneAt,
    Guid? JobId,
    IReadOnlyList<ImportProblem> Problems,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] UndoResult? Undo);

/// <summary>A column, what it was taken for, how sure that is, and what stands in it; samples are given while the mapping is asked.</summary>
internal sealed record ColumnLine(ImportColumn Column, string? Field, double Confidence, bool Remembered, IReadOnlyList<string> Samples);

/// <summary>A line that could not be written at commit.</summary>
internal sealed record ImportProblem(int Row, string Code, string Message);

/// <summary>What an undo kept: people who have been used since, and values that somebody changed since.</summary>
internal sealed record UndoResult(IReadOnlyList<KeptPerson> Kept, int SkippedFields)
{
    /// <summary>Organisations that are in use.</summary>
    public IReadOnlyList<Guid> KeptAccounts { get; init; } = [];
}

/// <summary>Finds imports and shows them.</summary>
internal sealed class Kinds(ImportsDb db, DbSession session, CurrentUser user, IEnumerable<IImportKind> kinds)
{
    private const int Samples = 3;

    /// <summary>The kind whose sheets are each of one event.</summary>
    public const string OfEvents = "participants";

    public IReadOnlyList<IImportKind> All { get; } = [.. kinds];

    public IImportKind Of(string code) => All.Single(kind => kind.Code == code);

    /// <summary>Each kind has its role: these are the user's own.</summary>
    public IReadOnlyList<IImportKind> Own => [.. All.Where(kind => user.Is(kind.Role))];

    /// <summary>Codes of the kinds whose imports the user may look at: the data protection officer sees all.</summary>
    public string[] Seen => [.. All.Where(kind => user.Is(kind.Role) || user.Is(Role.DataProtectionOfficer)).Select(kind => kind.Code)];

    /// <summary>An import to look at.</summary>
    public async Task<Import> Find(Guid id, CancellationToken ct)
    {
        var import = await db.Imports.FindAsync([id], ct) ?? throw Refusal.Unknown();
        return Seen.Contains(import.Kind) ? import : throw Others();
    }

    /// <summary>An import to work on, locked until the transaction ends, so that two acts on it wait for each other.</summary>
    public async Task<Import> Lock(Guid id, CancellationToken ct)
    {
        await session.Execute("select 1 from imports.imports where id = $1 for update", ct, id);
        var import = await db.Imports.FindAsync([id], ct) ?? throw Refusal.Unknown();
        return user.Is(Of(import.Kind).Role) ? import : throw Others();
    }

    public static Refusal Others() => new("forbidden", StatusCodes.Status403Forbidden, "Your role does not include this.");

    /// <summary>A commit whose job failed left nothing behind.</summary>
    public async Task<string> StateOf(Import import, CancellationToken ct) => import.State == States.Committing
        && (await session.Rows("select state from kernel.jobs where id = $1", row => row.GetString(0), ct, import.JobId)) is ["failed" or "cancelled"]
            ? States.Failed
            : import.State;

    public async Task<ImportDetails> Show(Import import, CancellationToken ct)
    {
        var state = await StateOf(import, ct);
        var samples = state is States.NeedsMapping or States.Ready
            ? await session.Rows($"select cells from imports.rows where import_id = $1 order by row limit {Samples}", row => row.GetFieldValue<string?[]>(0), ct, import.Id)
            : [];
        return new(
            import.Id, import.Kind, import.EventId, import.Form, import.FileName, state, import.Tally, import.SheetRows,
            [.. import.Columns.Select(column => new ColumnLine(column.Column, column.Field, column.Confidence, import.IsRemembered, [.. samples
                .Select(cells => column.Column.Index < cells.Length ? cells[column.Column.Index] : null).OfType<string>().Where(text => text.Length > 0)]))],
            await Of(import.Kind).Fields(ct), import.CreatedAt, import.CreatedBy, import.CommittedAt, import.UndoneAt, import.JobId,
            import.Problems is null ? [] : JsonSerializer.Deserialize<List<ImportProblem>>(import.Problems, JsonSerializerOptions.Web)!,
            import.Undo is null ? null : JsonSerializer.Deserialize<UndoResult>(import.Undo, JsonSerializerOptions.Web));
    }
}
