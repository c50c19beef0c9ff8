using Microsoft.AspNetCore.Http.HttpResults;

namespace Karelia.Crm.ExpertPool.Files;

[Allow(Role.ExpertCoordinator, Role.DataProtectionOfficer)]
internal sealed record DownloadExpertFile([property: FromRoute] Guid ContactId, [property: FromRoute] Guid FileId) : IQuery<FileContentHttpResult>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/experts/{contactId:guid}/files/{fileId:guid}", ([AsParameters] DownloadExpertFile query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("An expert's file, as an attachment: no browser shows it within the CRM")
        .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream");
}

file sealed class Handler(ExpertPoolDb db, DbSession session, Kernel.Audit.AuditLog audit) : IRequestHandler<DownloadExpertFile, FileContentHttpResult>
{
    public async Task<FileContentHttpResult> Handle(DownloadExpertFile query, CancellationToken ct)
    {
        var (expert, _, _) = await db.Find(query.ContactId, ct);
        var file = await db.Files.AsNoTracking().FirstOrDefaultAsync(f => f.ContactId == expert.ContactId && f.Id == query.FileId, ct) ?? throw Refusal.Unknown();
        var content = await session.Rows("select content from experts.file_contents where file_id = $1", row => row.GetFieldValue<byte[]>(0), ct, file.Id);
        await audit.Bulk(nameof(DownloadExpertFile), "read", "contact", expert.ContactId, [expert.ContactId], ct);
        // Whatever the type, the answer is bytes to be saved.
        return TypedResults.File(content[0], "application/octet-stream", file.Name);
    }
}
