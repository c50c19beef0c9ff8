using Karelia.Crm.Kernel.Imports;
using Karelia.Crm.Kernel.Web;

namespace Karelia.Crm.Imports.Imports;

[Allow(Role.AlumniCoordinator, Role.ExpertCoordinator, Role.CustomerManager, Role.Communications)]
internal sealed record DecideRow(string? Decision = null, Guid? ContactId = null, Guid? AccountId = null) : ICommand<RowItem>
{
    /// <summary>Corrected cells, by their place from 0 or by heading; the line is judged anew, and the decision is of what it then is.</summary>
    public IReadOnlyDictionary<string, string?>? Cells { get; init; }

    [FromRoute] public Guid Id { get; init; }
    [FromRoute] public int Row { get; init; }
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPatch("/imports/{id:guid}/rows/{row:int}", (Guid id, int row, DecideRow command, IMediator crm, CancellationToken ct) => crm.Send(command with { Id = id, Row = row }, ct))
        .WithSummary("Corrects cells of a line, which is then judged anew; and decides a suspicious line: write it, leave it out, or write it to a person in the register")
        .WithoutVersion();
}

file sealed class Rules : AbstractValidator<DecideRow>
{
    public Rules()
    {
        RuleFor(c => c.Decision).IsOneOf(["accept", "skip", "merge"]);
        RuleFor(c => c.Decision).NotNull().When(c => c.Cells is not { Count: > 0 }).WithMessage("The decision is accept, skip or merge.");
        RuleFor(c => c.Cells).Must(cells => cells!.Count <= 200 && cells.All(cell => (cell.Value ?? "").Length <= 32_767)).When(c => c.Cells is not null)
            .WithMessage("At most 200 cells, each as long as a sheet allows.");
        RuleFor(c => c.ContactId).Must((c, contact) => contact is null != c.AccountId is null).When(c => c.Decision == "merge").WithMessage("Say whom the line is merged with.");
        RuleFor(c => c.ContactId).Null().When(c => c.Decision != "merge");
        RuleFor(c => c.AccountId).Null().When(c => c.Decision != "merge");
    }
}

file sealed class Handler(ImportsDb db, Kinds kinds, RowItems items, Correction correction, DbSession session) : IRequestHandler<DecideRow, RowItem>
{
    public async Task<RowItem> Handle(DecideRow command, CancellationToken ct)
    {
        var import = await kinds.Lock(command.Id, ct);
        if (await kinds.StateOf(import, ct) is not (States.Ready or States.Failed))
            throw new Refusal("import-not-open", detail: "The import has no open preview.");
        if (command.Cells is { Count: > 0 })
            await correction.Make(import, command.Row, command.Cells, ct);
        if (command.Decision is not null)
            await Decide(command, command.Decision, import, ct);
        return (await items.Show(import, "r.row = $2", ct, command.Row)) is [var shown] ? shown : throw Refusal.Unknown();
    }

    private async Task Decide(DecideRow command, string decision, Import import, CancellationToken ct)
    {
        var row = await db.Rows.FindAsync([command.Id, command.Row], ct) ?? throw Refusal.Unknown();
        if (row.Outcome == Outcomes.Invalid || (row.Outcome != Outcomes.Suspicious && decision != "skip"))
            throw new Refusal("row-not-suspicious", detail: "Only a suspicious line is decided; an invalid one is corrected first.");
        if (decision != "skip")
            RefuseHeld(row.Reasons);
        await RefuseUnknown(command, kinds.Of(import.Kind), import.Form, ct);
        row.Decision = decision;
        (row.ContactId, row.AccountId) = (command.ContactId ?? row.ContactId, command.AccountId ?? row.AccountId);
        await session.Execute(
            "update imports.rows set decision = $3, contact_id = coalesce($4, contact_id), account_id = coalesce($5, account_id) where import_id = $1 and row = $2",
            ct, command.Id, command.Row, decision, Id(command.ContactId), Id(command.AccountId));
    }

    private static async Task RefuseUnknown(DecideRow command, IImportKind kind, string? form, CancellationToken ct)
    {
        if ((command.ContactId ?? command.AccountId) is not { } target || (command.AccountId is not null == kind.IsAboutAccounts(form) && (await kind.Names([target], ct)).ContainsKey(target)))
            return;
        throw command.AccountId is null ? Refusal.Field("/contactId", "There is no such person.") : Refusal.Field("/accountId", "There is no such organisation.");
    }

    private static void RefuseHeld(string reasons)
    {
        if (reasons.Contains("\"passive\"", StringComparison.Ordinal))
            throw new Refusal("passive-record", detail: "The person or organisation is passive. Activate it first, then import the file anew.");
        if (reasons.Contains("\"restricted\"", StringComparison.Ordinal) || reasons.Contains("\"held-for-officer\"", StringComparison.Ordinal) || reasons.Contains("\"previously-erased\"", StringComparison.Ordinal))
            throw new Refusal("held-for-officer", detail: "The line waits for the data protection officer; it can only be left out.");
    }

    private static Npgsql.NpgsqlParameter Id(Guid? id) => DbSession.Parameter(id, NpgsqlTypes.NpgsqlDbType.Uuid);
}
