using System.IO.Compression;
using Karelia.Crm.Accounts;
using Karelia.Crm.Documents;
using Karelia.Crm.Events.Participants;

namespace Karelia.Crm.Events.Certificates;

[Allow(Role.CustomerManager)]
internal sealed record GetCertificates([FromRoute] Guid Id, Guid? ParticipantId = null, string? Language = null) : IQuery<CertificateFile>;

/// <summary>One certificate as PDF, or those of all who came as one package.</summary>
internal sealed record CertificateFile(Stream Content, string ContentType, string FileName, IReadOnlyList<Guid> People) : IShowsPeople
{
    public IEnumerable<Guid> ShownPeople() => People;
}

file sealed class Route : IRoute
{
    public const string Package = "application/zip";

    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/events/{id:guid}/certificates", async ([AsParameters] GetCertificates query, IMediator crm, CancellationToken ct) =>
        {
            var file = await crm.Send(query, ct);
            return TypedResults.File(file.Content, file.ContentType, file.FileName);
        })
        .WithSummary("Certificates of participation: one as PDF, or all of those who came as a zip of PDFs; in the person's language unless said otherwise")
        .Produces(StatusCodes.Status200OK, contentType: Pdf.ContentType)
        .Produces(StatusCodes.Status200OK, contentType: Package);
}

file sealed class Rules : AbstractValidator<GetCertificates>
{
    public Rules() => RuleFor(q => q.Language).IsOneOf(["fi", "en"]);
}

file sealed class Handler(EventsDb db, TimeProvider clock) : IRequestHandler<GetCertificates, CertificateFile>
{
    public async Task<CertificateFile> Handle(GetCertificates query, CancellationToken ct)
    {
        var one = await db.Find(query.Id, ct);
        var came = await (
            from participant in db.Participants.AsNoTracking()
            join card in db.ContactCards on participant.ContactId equals card.Id
            where participant.EventId == one.Id && participant.State == ParticipantStates.Attended && (query.ParticipantId == null || participant.Id == query.ParticipantId)
            orderby card.SortName, card.Id
            select new { card.Id, card.LastName, card.FirstNames, card.Language, participant.Organisation }).ToListAsync(ct);
        if (query.ParticipantId is not null && came.Count == 0)
            throw new Refusal("not-attended", detail: "Certificates are for those who took part: mark the participant as attended first.");
        if (came.Count == 0)
            throw new Refusal("not-attended", detail: "Nobody is marked as attended yet.");
        var account = await db.AccountCards.Where(a => a.Id == one.AccountId).Select(a => a.Name).FirstOrDefaultAsync(ct);
        var today = Days.Of(clock.GetUtcNow());
        var files = came.Select(person => (
            Name: FileName($"{person.LastName} {person.FirstNames}"),
            Document: Certificate.Of(one, account, $"{person.FirstNames} {person.LastName}".Trim(), person.Organisation, today, query.Language ?? (person.Language == "fi" ? "fi" : "en")))).ToList();
        List<Guid> people = [.. came.Select(person => person.Id)];
        // On the disk, gone when it is closed: a great event's certificates would fill the memory.
        var content = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 64 << 10, FileOptions.DeleteOnClose);
        if (query.ParticipantId is not null)
        {
            Pdf.Write(files[0].Document, content);
            content.Position = 0;
            return new(content, Pdf.ContentType, $"{files[0].Name}.pdf", people);
        }

        using (var package = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            var names = new Dictionary<string, int>();
            foreach (var (name, document) in files)
            {
                // Namesakes come to one event too.
                var times = names[name] = names.GetValueOrDefault(name) + 1;
                using var pdf = new MemoryStream();
                Pdf.Write(document, pdf);
                await using var entry = package.CreateEntry(times == 1 ? $"{name}.pdf" : $"{name} ({times}).pdf", CompressionLevel.NoCompression).Open();
                await entry.WriteAsync(pdf.GetBuffer().AsMemory(0, (int)pdf.Length), ct);
            }
        }

        content.Position = 0;
        return new(content, Route.Package, $"{FileName(one.Name)}.zip", people);
    }

    private static string FileName(string text)
    {
        var name = string.Concat(text.Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-')).Trim();
        return name.Length == 0 ? "todistus" : name.Length > 100 ? name[..100] : name;
    }
}
