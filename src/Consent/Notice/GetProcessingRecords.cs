using System.Net.Mime;
using Karelia.Crm.Consent.Purposes;
using Karelia.Crm.Documents;
using Karelia.Crm.Spreadsheets;

namespace Karelia.Crm.Consent.Notice;

[Allow(Role.DataProtectionOfficer)]
internal sealed record GetProcessingRecords(string? Lang = null, string? Format = null) : IQuery<ProcessingRecords>;

/// <summary>Seloste käsittelytoimista (GDPR art. 30): who controls, and each purpose with all that the article asks.</summary>
internal sealed record ProcessingRecords(string Language, IReadOnlyList<string> Controller, string Transfers, string Security, IReadOnlyList<ProcessingRecord> Items);

/// <summary>One purpose: whose data, which fields, from where, to whom, on which basis, how long.</summary>
internal sealed record ProcessingRecord(
    string Code, string Purpose, string Basis, IReadOnlyList<string> Groups, IReadOnlyList<string> Data, IReadOnlyList<string> Sources, IReadOnlyList<string> Recipients, string Retention);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/processing-records", async ([AsParameters] GetProcessingRecords query, IMediator crm, CancellationToken ct) =>
        {
            var records = await crm.Send(query, ct);
            return query.Format switch
            {
                "xlsx" => Results.Bytes(Book(records), SheetAnswer.ContentType, "kasittelytoimet.xlsx"),
                "pdf" => Printed.Of(Document(records), "kasittelytoimet.pdf"),
                _ => Results.Ok(records),
            };
        })
        .WithSummary("The record of processing activities (GDPR art. 30), from declarations and approved purposes; json, xlsx or pdf")
        .Produces<ProcessingRecords>(StatusCodes.Status200OK, MediaTypeNames.Application.Json, SheetAnswer.ContentType, Pdf.ContentType);

    private static readonly string[] Headings = ["Tarkoitus / Purpose", "Oikeusperuste / Basis", "Rekisteröidyt / Data subjects", "Tiedot / Data", "Lähteet / Sources", "Vastaanottajat / Recipients", "Säilytysaika / Retention"];

    private static IReadOnlyList<string?> Cells(ProcessingRecord r) =>
        [r.Purpose, r.Basis, string.Join("; ", r.Groups), string.Join(", ", r.Data), string.Join("; ", r.Sources), string.Join("; ", r.Recipients), r.Retention];

    private static byte[] Book(ProcessingRecords records)
    {
        using var file = new MemoryStream();
        FormattedBook.Write(file, "Art. 30", Headings, records.Items.Select(Cells), -1);
        return file.ToArray();
    }

    private static Document Document(ProcessingRecords records)
    {
        var w = new NoticeWords(records.Language);
        return new(w.Of("Seloste käsittelytoimista", "Record of processing activities"), records.Language,
        [
            .. records.Controller.Select(line => new Paragraph(line)),
            .. records.Items.SelectMany(r => (Block[])[new Heading(r.Purpose), new Facts([.. Headings.Zip(Cells(r)).Skip(1).Select(one => new Fact(one.First.Split(" / ")[w.IsFi ? 0 : 1], one.Second))])]),
            new Paragraph(records.Transfers), new Paragraph(records.Security),
        ]);
    }
}

file sealed class Rules : AbstractValidator<GetProcessingRecords>
{
    public Rules()
    {
        RuleFor(q => q.Lang).IsOneOf(PrivacyNotice.Languages);
        RuleFor(q => q.Format).IsOneOf(["json", "xlsx", "pdf"]);
    }
}

file sealed class Handler(ConsentDb db, IEnumerable<PersonalData> pages) : IRequestHandler<GetProcessingRecords, ProcessingRecords>
{
    public async Task<ProcessingRecords> Handle(GetProcessingRecords query, CancellationToken ct)
    {
        var w = new NoticeWords(query.Lang ?? "fi");
        var texts = await db.Set<NoticeText>().AsNoTracking().OrderBy(t => t.Section).ThenBy(t => t.Place).ToListAsync(ct);
        var holdings = pages.SelectMany(page => page.Holdings).Where(h => !h.AboutNobody).ToList();
        string Said(int section) => string.Join(" ", texts.Where(t => t.Section == section).Select(t => w.Of(t.Fi, t.En)));
        return new(
            query.Lang ?? "fi", [.. texts.Where(t => t.Section <= 5).Select(t => w.Of(t.Fi, t.En))], Said(13), Said(11),
            [.. (await db.CurrentPurposes(ct)).Select(p =>
            {
                var held = holdings.FindAll(h => h.Purposes.Contains(p.Code));
                return new ProcessingRecord(
                    p.Code, w.Of(p.NameFi, p.NameEn), $"{w.Basis(p.Basis)}; {w.Of(p.GroundFi, p.GroundEn)}", [.. p.Groups.Select(w.Group)],
                    [.. held.SelectMany(h => h.Fields.Values).Select(f => w.Of(f.Fi, f.En)).Concat(p.DataFi.Length > 0 ? [w.Of(p.DataFi, p.DataEn)] : []).Distinct()],
                    [.. held.Select(h => h.Source).OfType<(string Fi, string En)>().Select(s => w.Of(s.Fi, s.En)).Distinct()], p.Recipients,
                    w.Of(p.RetentionFi, p.RetentionEn) is { Length: > 0 } kept ? kept : w.Undecided);
            })]);
    }
}
