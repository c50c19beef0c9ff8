using Karelia.Crm.Kernel.Imports;
using Karelia.Crm.Kernel.Web;

namespace Karelia.Crm.Imports.Imports;

[Allow(Role.AlumniCoordinator, Role.CustomerManager, Role.Communications)]
internal sealed record DecideRow(string Decision, Guid? ContactId = null, Guid? AccountId = null) : ICommand<RowItem>
{
    [FromRoute] public Guid Id { get; init; }
    [FromRoute] public int Row { get; init; }
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPatch("/imports/{id:guid}/rows/{row:int}", (Guid id, int row, DecideRow command, IMediator crm, CancellationToken ct) => crm.Send(command with { Id = id, Row = row }, ct))
        .WithSummary("Decides a suspicious line: write it, leave it out, or write it to a person in the register")
        .WithoutVersion();
}

file sealed class Rules : AbstractValidator<DecideRow>
{
    public Rules()
    {
        RuleFor(c => c.Decision).Must(decision => decision is "accept" or "skip" or "merge").WithMessage("The decision is accept, skip or merge.");
        RuleFor(c => c.ContactId).Must((c, contact) => contact is null != c.AccountId is null).When(c => c.Decision == "merge").WithMessage("Say whom the line is merged with.");
        RuleFor(c => c.ContactId).Null().When(c => c.Decision != "merge");
        RuleFor(c => c.AccountId).Null().When(c => c.Decision != "merge");
    }
}

file sealed class Handler(ImportsDb db, Kinds kinds, RowItems items, DbSession session) : IRequestHandler<DecideRow, RowItem>
{
    public async Task<RowItem> Handle(DecideRow command, CancellationToken ct)
    {
        var import = await kinds.Lock(command.Id, ct);
        var row = await db.Rows.FindAsync([command.Id, command.Row], ct) ?? throw Refusal.Unknown();
        if (await kinds.StateOf(import, ct) is not (States.Ready or States.Failed))
            throw new Refusal("import-not-open", detail: "The import has no open preview.");
        if (row.Outcome == Outcomes.Invalid || (row.Outcome != Outcomes.Suspicious && command.Decision != "skip"))
            throw new Refusal("row-not-suspicious", detail: "Only a suspicious line is decided; an invalid one is mended in the file and imported anew.");
        if (command.Decision != "skip")
            RefuseHeld(row.Reasons);
        await RefuseUnknown(command, kinds.Of(import.Kind), import.Form, ct);
        row.Decision = command.Decision;
        (row.ContactId, row.AccountId) = (command.ContactId ?? row.ContactId, command.AccountId ?? row.AccountId);
        await session.Execute(
            "update imports.rows set decision = $3, contact_id = coalesce($4, contact_id), account_id = coalesce($5, account_id) where import_id = $1 and row = $2",
            ct, command.Id, command.Row, command.Decision, Id(command.ContactId), Id(command.AccountId));
        return (await items.Show(import, "r.row = $2", ct, command.Row))[0];
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
