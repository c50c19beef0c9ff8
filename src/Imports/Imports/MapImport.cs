using System.Text.Json;
using Karelia.Crm.Kernel.Imports;
using Karelia.Crm.Kernel.Web;
using Karelia.Crm.Spreadsheets;

namespace Karelia.Crm.Imports.Imports;

[Allow(Role.AlumniCoordinator, Role.ExpertCoordinator, Role.CustomerManager, Role.Communications)]
internal sealed record MapImport(IReadOnlyList<ColumnChoice> Columns) : ICommand<ImportDetails>
{
    [FromRoute] public Guid Id { get; init; }
}

/// <summary>A column by its place from 0, and its field; null leaves the column out.</summary>
internal sealed record ColumnChoice(int Index, string? Field = null);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPut("/imports/{id:guid}/mapping", (Guid id, MapImport command, IMediator crm, CancellationToken ct) => crm.Send(command with { Id = id }, ct))
        .WithSummary("Says which column is which field; the preview is made anew and the mapping remembered for the form")
        .WithoutVersion();
}

file sealed class Rules : AbstractValidator<MapImport>
{
    public Rules()
    {
        RuleFor(c => c.Columns).NotEmpty().IsShortList(Limits.Default.Columns);
        RuleForEach(c => c.Columns).SetValidator(new ColumnRules());
        RuleFor(c => c.Columns).Must(columns => columns.All(c => c is not null) && columns.Select(c => c.Index).Distinct().Count() == columns.Count).WithMessage("A column is named once.")
            .Must(columns => columns.Where(c => c?.Field is not null).GroupBy(c => c.Field).All(same => same.Count() == 1)).WithMessage("A field has one column.").When(c => c.Columns is not null);
    }
}

file sealed class ColumnRules : AbstractValidator<ColumnChoice>
{
    public ColumnRules() => RuleFor(c => c.Field).MaximumLength(100);
}

file sealed class Handler(ImportsDb db, Kinds kinds, Staging staging, Preview preview, TimeProvider clock) : IRequestHandler<MapImport, ImportDetails>
{
    public async Task<ImportDetails> Handle(MapImport command, CancellationToken ct)
    {
        var import = await kinds.Lock(command.Id, ct);
        if (await kinds.StateOf(import, ct) is not (States.NeedsMapping or States.Ready or States.Failed))
            throw new Refusal("import-not-open", detail: "The import has been committed; its columns can no longer be changed.");
        var kind = kinds.Of(import.Kind);
        var fields = (await kind.Fields(ct)).Select(field => field.Field).ToHashSet();
        foreach (var (choice, index) in command.Columns.Select((choice, index) => (choice, index)))
        {
            if (choice.Index < 0 || choice.Index >= import.Headings.Length)
                throw Refusal.Field($"/columns/{index}/index", "The sheet has no such column.");
            if (choice.Field is not null && !fields.Contains(choice.Field))
                throw Refusal.Field($"/columns/{index}/field", "There is no such field.");
        }

        var chosen = command.Columns.ToDictionary(choice => choice.Index, choice => choice.Field);
        import.Columns = [.. import.Headings.Select((heading, index) => new MappedColumn(new(index, heading), chosen.GetValueOrDefault(index), chosen.GetValueOrDefault(index) is null ? 0 : 1))];
        if (kind.FaultOf(import.Columns) is { } fault)
            throw Refusal.Field("/columns", fault);
        (import.Form, import.State, import.IsRemembered) = (kind.FormOf(import.Columns), States.Ready, kind.RemembersMappings);
        if (kind.RemembersMappings)
            await Remember(import, ct);
        await JudgeAnew(import, kind, ct);
        return await kinds.Show(import, ct);
    }

    private async Task Remember(Import import, CancellationToken ct)
    {
        var mapping = JsonSerializer.Serialize(import.Columns, JsonSerializerOptions.Web);
        if (await db.FormMappings.FindAsync([import.Kind, import.Signature], ct) is { } known)
            (known.Mapping, known.UpdatedAt) = (mapping, clock.GetUtcNow());
        else
            db.FormMappings.Add(new() { Kind = import.Kind, Signature = import.Signature, Mapping = mapping, UpdatedAt = clock.GetUtcNow() });
    }

    private async Task JudgeAnew(Import import, IImportKind kind, CancellationToken ct)
    {
        var (sheet, after) = (import.Sheet(clock.GetUtcNow()), 0);
        while (await staging.Next(import.Id, after, "true", ct) is { Count: > 0 } lines)
        {
            await preview.Judge(kind, sheet, lines, ct);
            await staging.Judged(import.Id, lines, ct);
            after = lines[^1].Row;
        }

        import.Tally = preview.Counts;
    }
}
