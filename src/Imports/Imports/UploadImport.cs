using System.Security.Cryptography;
using System.Text.Json;
using Karelia.Crm.Kernel.Imports;
using Karelia.Crm.Kernel.Web;
using Karelia.Crm.Spreadsheets;

namespace Karelia.Crm.Imports.Imports;

[Allow(Role.AlumniCoordinator, Role.ExpertCoordinator, Role.CustomerManager, Role.Communications)]
internal sealed record UploadImport(IFormFile File, [property: FromForm] string? Kind = null, [property: FromForm] Guid? EventId = null) : ICommand<ImportDetails>
{
    public const int MostBytes = 50 << 20;
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/imports", async ([AsParameters] UploadImport command, IMediator crm, CancellationToken ct) =>
        {
            var import = await crm.Send(command, ct);
            return Endpoints.Created($"/imports/{import.Id}", import);
        })
        .WithSummary("Uploads a sheet and answers with the preview: nothing is written to the register yet")
        .WithMetadata(new RequestSizeLimitAttribute(UploadImport.MostBytes + (1 << 20)))
        .DisableAntiforgery();
}

file sealed class Rules : AbstractValidator<UploadImport>
{
    private static readonly string[] Known = ["alumni", "experts", "participants", "contacts", "suppressions"];

    public Rules()
    {
        RuleFor(c => c.Kind).IsOneOf(Known);
        RuleFor(c => c.File).NotNull();
    }
}

file sealed class Handler(ImportsDb db, Kinds kinds, Staging staging, Preview preview, ImportGate gate, CurrentUser user, TimeProvider clock) : IRequestHandler<UploadImport, ImportDetails>
{
    public async Task<ImportDetails> Handle(UploadImport command, CancellationToken ct)
    {
        if (command.File.Length > UploadImport.MostBytes)
            throw new Refusal("too-large", StatusCodes.Status413PayloadTooLarge, $"The file is larger than {UploadImport.MostBytes >> 20} MB. Split it and import the parts.");
        if ((command.Kind == Kinds.OfEvents) != command.EventId is not null && command.Kind is not null)
            throw Refusal.Field("/eventId", "Say which event the participants are of, and for no other kind.");
        // A sheet without kind is of an event when it names one.
        var own = kinds.Own.Where(kind => command.Kind is null ? kind.Code == Kinds.OfEvents == command.EventId is not null : kind.Code == command.Kind).ToList();
        if (own.Count == 0)
            throw Kinds.Others();
        using var turn = await gate.Enter(ct);
        try
        {
            var import = await Read(command, own, ct);
            db.Imports.Add(import);
            return await kinds.Show(import, ct);
        }
        catch (WorkbookProblem problem)
        {
            throw new Refusal(problem.Type, StatusOf(problem.Type), problem.Message);
        }
    }

    private async Task<Import> Read(UploadImport command, IReadOnlyList<IImportKind> own, CancellationToken ct)
    {
        await using var file = command.File.OpenReadStream();
        var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct));
        file.Position = 0;
        var name = FileName(command.File.FileName);
        using var lines = await SheetLines.Open(file, name, own, ct);
        var (kind, remembered) = await Remembered(lines, own, ct);
        var import = new Import
        {
            Kind = kind.Code,
            EventId = command.EventId,
            FileName = name,
            Sha256 = sha256,
            Headings = lines.Headings,
            Signature = lines.Signature,
            Columns = remembered is null ? lines.Recognised.Columns : JsonSerializer.Deserialize<List<MappedColumn>>(remembered.Mapping, JsonSerializerOptions.Web)!,
            IsRemembered = remembered is not null,
            State = remembered is not null || lines.Recognised.IsSure ? States.Ready : States.NeedsMapping,
            CreatedAt = clock.GetUtcNow(),
            CreatedById = user.Id,
            CreatedBy = user.Name,
        };
        import.Form = import.State == States.Ready ? kind.FormOf(import.Columns) : null;
        await Stage(import, lines, kind, ct);
        return import;
    }

    // What somebody said of these very headings before weighs more than a guess.
    private async Task<(IImportKind Kind, FormMapping? Mapping)> Remembered(SheetLines lines, IReadOnlyList<IImportKind> own, CancellationToken ct)
    {
        foreach (var kind in own.OrderByDescending(kind => kind == lines.Kind))
        {
            if (await db.FormMappings.FindAsync([kind.Code, lines.Signature], ct) is { } mapping)
                return (kind, mapping);
            if (lines.Recognised.IsSure)
                break;
        }

        return (lines.Kind, null);
    }

    private async Task Stage(Import import, SheetLines lines, IImportKind kind, CancellationToken ct)
    {
        var (sheet, isReady, total) = (import.Sheet(clock.GetUtcNow()), import.State == States.Ready, 0);
        while (lines.Next(Staging.Chunk) is { Count: > 0 } chunk)
        {
            if (isReady)
                await preview.Judge(kind, sheet, chunk, ct);
            await staging.Add(import.Id, chunk, isReady, ct);
            total += chunk.Count;
        }

        if (total == 0)
            throw new Refusal("workbook-empty", StatusCodes.Status422UnprocessableEntity, "The sheet has headings at most, and no line below them.");
        import.Tally = isReady ? preview.Counts : new(Total: total);
        import.SheetRows = lines.LastRow;
    }

    // A path or a person's code may hide in a file's name.
    private static string FileName(string given)
    {
        var name = CellText.Clean(given.Split('/', '\\')[^1], out _);
        name = name.Length == 0 ? "import" : name.Length > 200 ? name[^200..] : name;
        return IdentityCode.Masked(name) ?? name;
    }

    private static int StatusOf(string problem) => problem switch
    {
        "workbook-too-large" => StatusCodes.Status413PayloadTooLarge,
        "workbook-old-format" or "workbook-unknown-format" => StatusCodes.Status415UnsupportedMediaType,
        _ => StatusCodes.Status422UnprocessableEntity,
    };
}
