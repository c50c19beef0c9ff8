using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Karelia.Crm.Kernel;
using Karelia.Crm.Tests.Host;
using Karelia.Crm.Tests.Spreadsheets;

namespace Karelia.Crm.Tests.Imports;

/// <summary>Files and requests that are made to hurt, sent over HTTP to a host whose heap may not pass 256 MB: each gets a clear answer, and nothing is written of what is refused.</summary>
internal sealed class HostileUploadTests
{
    private const int Megabyte = 1 << 20, Heap = 256;

    [Test]
    public async Task What_hurts_gets_a_clear_problem_and_leaves_nothing()
    {
        await using var host = await HostApart.Start(Heap);
        using var http = host.As(Role.AlumniCoordinator);
        var files = HostileFiles.All().ToList();
        Assert.That(files, Has.Count.GreaterThan(50));
        foreach (var (name, expected, make) in files)
        {
            var (status, type) = await Refused(await http.PostAsync("/api/v1/imports", Form(make(), "a.xlsx")), name);
            Assert.That(type, Is.EqualTo($"/problems/{expected}"), name);
            Assert.That(status, Is.EqualTo(expected switch { "workbook-too-large" => 413, "workbook-old-format" or "workbook-unknown-format" => 415, _ => 422 }), name);
        }

        // Beside each other too: two are read at once, the others wait for their turn.
        var heavy = files.Where(file => file.Name is "too many rows" or "a million empty rows" or "cell of a million runs").Select(file => ((MemoryStream)file.Make()).ToArray()).ToList();
        Assert.That(heavy, Has.Count.EqualTo(3));
        foreach (var answer in await Task.WhenAll(heavy.Concat(heavy).Select(file => http.PostAsync("/api/v1/imports", Form(new MemoryStream(file), "a.xlsx")))))
            await Refused(answer, "many at once");

        foreach (var (name, content) in Requests())
        {
            try
            {
                // A large request is refused before it is sent.
                using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/imports") { Content = content, Headers = { ExpectContinue = true } };
                await Refused(await http.SendAsync(request), name);
            }
            catch (HttpRequestException) when (name == "endless")
            {
                // The host answers and hangs up; who goes on writing may not see the answer.
            }
        }

        Assert.That(host.IsAlive);
        foreach (var table in new[] { "imports.imports", "imports.rows", "accounts.contacts", "kernel.jobs" })
        {
            await using var count = host.Database.CreateCommand($"select count(*) from {table}");
            Assert.That(await count.ExecuteScalarAsync(), Is.Zero, table);
        }

        Assert.That(HostileFiles.Elsewhere.Pending(), Is.False, "somebody followed a link out of a file");
        await Upload(http, File.OpenRead(TestFiles.Data("webropol", "alumnirekisteroityminen_Perusraportti.xlsx")), "honest.xlsx");
    }

    [Test]
    public async Task What_is_strange_and_harmless_comes_to_the_mapping()
    {
        await using var desk = await Desk.Open();
        var row = "<row><c t=\"inlineStr\"><is><t>A</t></is></c><c t=\"inlineStr\"><is><t>B</t></is></c></row>";
        string Line(string text) => $"{row}<row><c t=\"inlineStr\"><is><t>{text}</t></is></c></row>";
        (string Name, Stream File, string? Text)[] files =
        [
            ("formula.xlsx", Xlsx.Of($"{row}<row><c><f>HYPERLINK(\"http://{HostileFiles.Elsewhere.LocalEndpoint}/\",\"x\")</f><v>7</v></c></row>"), "7"),
            ("uncounted.xlsx", Xlsx.Of($"{row}<row><c><f>1+1</f></c></row>"), null),
            ("formula-text.xlsx", Xlsx.Of(Line("=cmd|' /C calc'!A0")), "=cmd|' /C calc'!A0"),
            ("formula.csv", new MemoryStream("A;B\n@SUM(1+1);-2+3\n"u8.ToArray()), "@SUM(1+1)"),
            ("macros.xlsm", Xlsx.Of(Line("x"), ("xl/vbaProject.bin", "Attribute VB_Name = \"AutoOpen\"")), "x"),
            ("nul.xlsx", Xlsx.Of(Line("a_x0000_b_xD800_c")), null),
            ("nul-heading.xlsx", Xlsx.Of("<row><c t=\"inlineStr\"><is><t>a_x0000_b_xDC00_c</t></is></c></row><row><c><v>1</v></c></row>"), "1"),
            ("markup.csv", new MemoryStream("<script>alert(1)</script>;B\n<img src=x onerror=alert(1)>;2\n"u8.ToArray()), "<img src=x onerror=alert(1)>"),
            ("sql.csv", new MemoryStream("A';drop table accounts.contacts;--;B\n');drop table imports.imports;--,2\n"u8.ToArray()), null),
            ("numbers.xlsx", Xlsx.Of($"{row}<row><c><v>1E+400</v></c><c><v>-1E-400</v></c></row>"), null),
            ("../../../../etc/passwd.xlsx", Xlsx.Of(Line("x")), "x"),
            ("..\\..\\boot.ini.xlsx", Xlsx.Of(Line("x")), "x"),
            ($"{new string('n', 4_000)}.xlsx", Xlsx.Of(Line("x")), "x"),
        ];
        foreach (var (name, file, text) in files)
        {
            var import = await Upload(desk.Coordinator, file, name);
            Assert.That(import.GetProperty("state").GetString(), Is.EqualTo("needsMapping"), name);
            var stored = import.GetProperty("fileName").GetString()!;
            Assert.That(stored, Has.Length.LessThanOrEqualTo(200).And.Not.Contains("/").And.Not.Contains("\\"), name);
            var rows = (await desk.Get($"/imports/{import.GetProperty("id").GetString()}/rows")).GetRawText();
            var mapping = import.GetProperty("mapping").EnumerateArray().SelectMany(column => column.GetProperty("samples").EnumerateArray()).Select(sample => sample.GetString());
            if (text is not null)
                Assert.That(mapping, Does.Contain(text), $"{name}: {rows}");
        }

        Assert.That(HostileFiles.Elsewhere.Pending(), Is.False);
    }

    private static IEnumerable<(string Name, HttpContent Content)> Requests()
    {
        HttpContent Raw(string body, string type = "multipart/form-data; boundary=b")
        {
            var content = new ByteArrayContent(Encoding.Latin1.GetBytes(body));
            content.Headers.TryAddWithoutValidation("Content-Type", type);
            return content;
        }

        string Part(string head, string body) => $"--b\r\nContent-Disposition: form-data; {head}\r\n\r\n{body}\r\n";
        const string file = "name=\"file\"; filename=\"a.csv\"", end = "--b--\r\n";
        yield return ("no body", Raw(""));
        yield return ("no body, no type", new ByteArrayContent([]));
        yield return ("no part", Raw(end));
        yield return ("JSON", JsonContent.Create(new { file = "a" }));
        yield return ("the file as it is", Raw("A;B\n1;2\n", "text/csv"));
        yield return ("a form of the other kind", Raw("file=A", "application/x-www-form-urlencoded"));
        yield return ("no boundary", Raw(end, "multipart/form-data"));
        yield return ("another boundary", Raw(Part(file, "A;B\n1;2") + end, "multipart/form-data; boundary=c"));
        yield return ("a long boundary", Raw(end, $"multipart/form-data; boundary={new string('b', 5_000)}"));
        yield return ("cut short", Raw(Part(file, "A;B\n1;2")));
        yield return ("cut short in a head", Raw("--b\r\nContent-Disposition: form-data; name=\"fi"));
        yield return ("the file as a field", Raw(Part("name=\"file\"", "A;B\n1;2") + end));
        yield return ("the kind as a file", Raw(Part(file, "A;B\n1;2") + Part("name=\"kind\"; filename=\"k\"", "alumni") + Part("name=\"kind\"", "nonsense") + end));
        yield return ("a kind of 5 MB", Raw(Part(file, "A;B\n1;2") + Part("name=\"kind\"", new string('k', 5 * Megabyte)) + end));
        yield return ("thousands of fields", Raw(Part(file, "A;B\n1;2") + string.Concat(Enumerable.Range(0, 5_000).Select(i => Part($"name=\"f{i}\"", ""))) + end));
        yield return ("a head of a megabyte", Raw($"--b\r\nX: {new string('x', Megabyte)}\r\n" + Part(file, "A;B\n1;2") + end));
        yield return ("a thousand heads", Raw($"--b\r\n{string.Concat(Enumerable.Range(0, 1_000).Select(i => $"X{i}: x\r\n"))}\r\nA\r\n" + end));
        yield return ("a zero in the kind", Raw(Part(file, "A;B\n1;2") + Part("name=\"kind\"", "alumni\0") + end));
        yield return ("not in the charset that it says", Raw(Part("name=\"kind\"\r\nContent-Type: text/plain; charset=nonsense", "alumni") + end));
        yield return ("packed", Packed());
        yield return ("quotation mark without a pair", Raw(Part(file, $"A;B\n\"{new string('x', 20_000)}") + end));
        yield return ("one field of 20 MB", Raw(Part(file, new string('x', 20 * Megabyte)) + end));
        yield return ("a million columns", Raw(Part(file, new string(';', Megabyte) + "x") + end));
        yield return ("only line breaks", Raw(Part(file, new string('\n', 10 * Megabyte)) + end));
        yield return ("zero bytes in a CSV", Raw(Part(file, "A\0;B\0\nx;\0y\n") + end));
        yield return ("a picture named .csv", Raw(Part(file, "\u0089PNG\r\n\u001a\n" + new string('\u0001', 5_000)) + end));
        yield return ("headings alone", Raw(Part(file, "A;B\n") + end));
        yield return ("60 MB", Raw(Part(file, new string('x', 60 * Megabyte)) + end));
        yield return ("endless", new StreamContent(new Endless()) { Headers = { ContentType = new("multipart/form-data") { Parameters = { new("boundary", "b") } } } });
    }

    private static ByteArrayContent Packed()
    {
        var packed = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionMode.Compress, leaveOpen: true))
            gzip.Write(new byte[60 * Megabyte]);
        var content = new ByteArrayContent(packed.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=b");
        content.Headers.ContentEncoding.Add("gzip");
        return content;
    }

    private static MultipartFormDataContent Form(Stream file, string name)
    {
        file.Position = 0;
        return new() { { new StreamContent(file), "file", name } };
    }

    private static async Task<JsonElement> Upload(HttpClient http, Stream file, string name)
    {
        var answer = await http.PostAsync("/api/v1/imports", Form(file, name));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Created), $"{name}: {await answer.Content.ReadAsStringAsync()}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>A problem of the caller's with a sentence to read; else the test fails.</summary>
    private static async Task<(int Status, string? Type)> Refused(HttpResponseMessage answer, string name)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.That((int)answer.StatusCode, Is.InRange(400, 499), $"{name}: {text}");
        Assert.That(answer.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"), name);
        using var problem = JsonDocument.Parse(text);
        Assert.That(problem.RootElement.GetProperty("detail").GetString(), Does.EndWith("."), name);
        return ((int)answer.StatusCode, problem.RootElement.GetProperty("type").GetString());
    }

    /// <summary>Two gigabytes that are made as they are read.</summary>
    private sealed class Endless : Stream
    {
        private static readonly byte[] head = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n"u8.ToArray();
        private long given;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => given; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (given > 2L << 30)
                return 0;
            var length = given == 0 ? head.Length : count;
            (given == 0 ? head : Encoding.ASCII.GetBytes(new string('x', count))).AsSpan(0, length).CopyTo(buffer.AsSpan(offset));
            given += length;
            return length;
        }

        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
