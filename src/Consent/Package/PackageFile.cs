using System.IO.Compression;
using System.Net.Mime;
using System.Text;
using System.Text.Json;
using Karelia.Crm.Accounts;
using Karelia.Crm.Documents;
using Karelia.Crm.Kernel.Audit;
using Karelia.Crm.Spreadsheets;

namespace Karelia.Crm.Consent.Package;

/// <summary>A package as a file.</summary>
internal sealed record PackageFile(string Name, string ContentType, byte[] Content) : IResult
{
    public static readonly string[] Formats = ["json", "xlsx", "pdf", "html", "zip"];

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.CacheControl = "no-store";
        return TypedResults.File(Content, ContentType, Name).ExecuteAsync(httpContext);
    }
}

/// <summary>Makes the file of a person's package, and logs that it left.</summary>
internal sealed class PackageFiles(Packing packing, PublishedViews views, DbSession session, AuditLog audit)
{
    private static readonly JsonSerializerOptions json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task<PackageFile> Make(KnownPerson person, string format, bool portable, string language, string useCase, CancellationToken ct)
    {
        var package = await packing.Pack(person, portable, language, ct);
        await audit.Bulk(useCase, "export", "contact", person.Id, [person.Id], ct);
        var name = $"{(language == "en" ? "personal-data" : "henkilotiedot")}-{package.MadeAt:yyyyMMdd}";
        if (format == "json")
            return new($"{name}.json", MediaTypeNames.Application.Json, JsonSerializer.SerializeToUtf8Bytes(package, json));
        var document = new PackageDocument(package, await Organisations(package, ct));
        using var file = new MemoryStream();
        if (format == "xlsx")
            FormattedBook.Write(file, language == "en" ? "Personal data" : "Henkilötiedot", document.Headings, document.Lines(), -1);
        else if (format == "pdf")
            Pdf.Write(document.Make(), file);
        else if (format == "zip")
            await Zip(file, package, document, name, person, ct);
        else
            file.Write(Encoding.UTF8.GetBytes(Html.Of(document.Make())));
        return new($"{name}.{format}", format switch { "xlsx" => SheetAnswer.ContentType, "pdf" => Pdf.ContentType, "zip" => MediaTypeNames.Application.Zip, _ => $"{MediaTypeNames.Text.Html}; charset=utf-8" }, file.ToArray());
    }

    /// <summary>To read and for machines, with the files that the rows of the package tell of, as they were given.</summary>
    private async Task Zip(Stream file, PersonalDataPackage package, PackageDocument document, string name, KnownPerson person, CancellationToken ct)
    {
        using var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true);
        void Add(string entry, byte[] content)
        {
            using var to = zip.CreateEntry(entry).Open();
            to.Write(content);
        }

        Add($"{name}.html", Encoding.UTF8.GetBytes(Html.Of(document.Make())));
        Add($"{name}.json", JsonSerializer.SerializeToUtf8Bytes(package, json));
        var categories = package.Sections.Select(section => section.Category).ToArray();
        foreach (var view in await views.Of("personal_file", session, ct))
        {
            var number = 0;
            foreach (var (given, content) in await session.Rows(
                $"select name, content from {view} where contact_id = any($1) and category = any($2) order by id", row => (row.GetString(0), row.GetFieldValue<byte[]>(1)), ct, person.Ids, categories))
                Add($"{(package.Language == "en" ? "files" : "tiedostot")}/{++number}-{given}", content);
        }
    }

    private async Task<Dictionary<Guid, string>> Organisations(PersonalDataPackage package, CancellationToken ct)
    {
        var ids = package.Sections.SelectMany(section => section.Rows).Select(row => row.GetValueOrDefault("accountId")).Where(id => id.ValueKind == JsonValueKind.String).Select(id => id.GetGuid()).Distinct().ToArray();
        return (await session.Rows("select id, name from accounts.account_card where id = any($1)", row => (row.GetGuid(0), row.GetString(1)), ct, ids)).ToDictionary(one => one.Item1, one => one.Item2);
    }
}
