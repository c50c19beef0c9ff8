using Karelia.Crm.ExpertPool.Experts;

namespace Karelia.Crm.ExpertPool.Files;

[Allow(Role.ExpertCoordinator)]
internal sealed record AddExpertFile(IFormFile File, [property: FromRoute] Guid ContactId) : ICommand<ExpertDetails>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/experts/{contactId:guid}/files", ([AsParameters] AddExpertFile command, IMediator crm, CancellationToken ct) => crm.Send(command, ct))
        .WithSummary("Adds an expert's CV or another file: PDF, DOCX or ODT, told by its bytes, 5 MB at most")
        .WithMetadata(new RequestSizeLimitAttribute(ExpertFile.MostBytes + (1 << 20)))
        .DisableAntiforgery();
}

file sealed class Rules : AbstractValidator<AddExpertFile>
{
    public Rules() => RuleFor(f => f.File).NotNull();
}

file sealed class Handler(ExpertPoolDb db, DbSession session, TimeProvider clock) : IRequestHandler<AddExpertFile, ExpertDetails>
{
    private const int MostFiles = 10;

    public async Task<ExpertDetails> Handle(AddExpertFile command, CancellationToken ct)
    {
        if (command.File.Length > ExpertFile.MostBytes)
            throw new Refusal("too-large", StatusCodes.Status413PayloadTooLarge, $"The file is larger than {ExpertFile.MostBytes >> 20} MB.");
        var found = await db.Find(command.ContactId, ct);
        if (found.Card.IsPassive)
            throw Refusal.Passive();
        var id = found.Expert.ContactId;
        if (await db.Files.CountAsync(f => f.ContactId == id, ct) >= MostFiles)
            throw Refusal.Field("/file", $"An expert has {MostFiles} files at most. Remove one first.");
        var bytes = new MemoryStream();
        await command.File.CopyToAsync(bytes, ct);
        var content = bytes.ToArray();
        if (FileKinds.Of(content) is not { } kind)
            throw new Refusal("file-type", StatusCodes.Status415UnsupportedMediaType, "The file is neither PDF, DOCX nor ODT, or it has macros.");
        var file = new ExpertFile { ContactId = id, Name = FileKinds.Name(command.File.FileName, kind.Ending), ContentType = kind.ContentType, Size = content.Length, AddedAt = clock.GetUtcNow() };
        db.Files.Add(file);
        found.Expert.Touch(file.AddedAt);
        await session.Execute("insert into experts.file_contents (file_id, content) values ($1, $2)", ct, file.Id, content);
        return await db.Show(found, ct);
    }
}
