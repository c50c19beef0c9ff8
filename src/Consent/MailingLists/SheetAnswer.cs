using Karelia.Crm.Spreadsheets;
using Npgsql;

namespace Karelia.Crm.Consent.MailingLists;

/// <summary>Rows of the database on their way out as a workbook, one by one: the file never stands in memory.</summary>
internal sealed class SheetAnswer(string fileName, string sheet, string[] headings, NpgsqlCommand rows) : IResult
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const int RowsBetweenFlushes = 5000;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var answer = httpContext.Response;
        answer.ContentType = ContentType;
        answer.Headers.CacheControl = "no-store";
        answer.Headers.ContentDisposition = new Microsoft.Net.Http.Headers.ContentDispositionHeaderValue("attachment") { FileNameStar = fileName, FileName = Ascii(fileName) }.ToString();
        await using var command = rows;
        await using var reader = await command.ExecuteReaderAsync(httpContext.RequestAborted);
        using var writer = SheetWriter.Create(answer.BodyWriter.AsStream(), sheet, headings);
        var cells = new string?[headings.Length];
        for (var row = 1; await reader.ReadAsync(httpContext.RequestAborted); row++)
        {
            for (var i = 0; i < cells.Length; i++)
                cells[i] = reader.IsDBNull(i) ? null : reader.GetString(i);
            writer.Write(cells);
            if (row % RowsBetweenFlushes == 0)
                await answer.BodyWriter.FlushAsync(httpContext.RequestAborted);
        }

        writer.Complete();
        await answer.BodyWriter.FlushAsync(httpContext.RequestAborted);
    }

    private static string Ascii(string name) => string.Concat(name.Select(c => c is >= ' ' and < '\u007f' and not ('"' or '\\' or '/') ? c : '_'));
}
