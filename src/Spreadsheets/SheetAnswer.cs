using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Karelia.Crm.Spreadsheets;

/// <summary>Rows on their way out as a workbook, one by one: the file never stands in memory. <paramref name="sent"/> gets its SHA-256 in hex once all of it is out.</summary>
public sealed class SheetAnswer(string fileName, string sheet, IReadOnlyList<string> headings, IAsyncEnumerable<string?[]> rows, Func<string, Task>? sent = null) : IResult
{
    /// <summary>The media type of a workbook.</summary>
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    const int RowsBetweenFlushes = 5000;

    /// <summary>Writes the workbook as a download.</summary>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var answer = httpContext.Response;
        answer.ContentType = ContentType;
        answer.Headers.CacheControl = "no-store";
        answer.Headers.ContentDisposition = new Microsoft.Net.Http.Headers.ContentDispositionHeaderValue("attachment") { FileNameStar = fileName, FileName = Ascii(fileName) }.ToString();
        using var hash = SHA256.Create();
        await using var hashed = new CryptoStream(answer.BodyWriter.AsStream(), hash, CryptoStreamMode.Write, leaveOpen: true);
        using var writer = SheetWriter.Create(hashed, sheet, headings);
        var row = 0;
        await foreach (var cells in rows.WithCancellation(httpContext.RequestAborted))
        {
            writer.Write(cells);
            if (++row % RowsBetweenFlushes == 0)
                await answer.BodyWriter.FlushAsync(httpContext.RequestAborted);
        }

        writer.Complete();
        await hashed.FlushFinalBlockAsync(httpContext.RequestAborted);
        await answer.BodyWriter.FlushAsync(httpContext.RequestAborted);
        if (sent is not null)
            await sent(Convert.ToHexStringLower(hash.Hash!));
    }

    static string Ascii(string name) => string.Concat(name.Select(c => c is >= ' ' and < '\u007f' and not ('"' or '\\' or '/') ? c : '_'));
}
