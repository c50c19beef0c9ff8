namespace Karelia.Crm.Consent.Retention;

[Allow(Role.DataProtectionOfficer)]
internal sealed record ListArchiveClasses : IQuery<Page<ArchiveClassLine>>;

/// <summary>How long a class of documents is kept. Neither years nor permanent: not decided.</summary>
internal sealed record ArchiveClassLine(string Code, string NameFi, string NameEn, int? Years, bool IsPermanent, string Trigger, string Ground, DateTimeOffset UpdatedAt, string UpdatedBy)
{
    public static ArchiveClassLine Of(ArchiveClass c) => new(c.Code, c.NameFi, c.NameEn, c.Years, c.IsPermanent, c.Trigger, c.Ground, c.UpdatedAt, c.UpdatedBy);
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/retention/archive-classes", ([AsParameters] ListArchiveClasses query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("The archive classes of documents, by the records plan");
}

file sealed class Handler(ConsentDb db) : IRequestHandler<ListArchiveClasses, Page<ArchiveClassLine>>
{
    public async Task<Page<ArchiveClassLine>> Handle(ListArchiveClasses query, CancellationToken ct) =>
        new([.. (await db.Set<ArchiveClass>().AsNoTracking().OrderBy(c => c.Code).ToListAsync(ct)).Select(ArchiveClassLine.Of)], null);
}
