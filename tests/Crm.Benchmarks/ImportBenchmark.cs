using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Karelia.Crm.Kernel;
using Karelia.Crm.Spreadsheets;
using NpgsqlTypes;
using OfficeOpenXml;

namespace Karelia.Crm.Benchmarks;

/// <summary>
/// Alumni registrations of 10,000 and 100,000 lines: preview and commit, beside reading the same file and COPYing its rows into a bare table. The limit holds against EPPlus, the customer's package;
/// beside it stands the product's own reader, which is quicker, so that the same import is a larger multiple of it.
/// </summary>
internal static class ImportBenchmark
{
    private const double MostSeconds = 6;
    private const double MostTimesCpu = 10;
    private const double MostMegabytes = 200;

    private static readonly string[] Forms =
    [
        "Vierailu/osaamisen jakaminen opintojaksoilla/luennoilla", "Opintokäynnit omalla työpaikalla", "Harjoittelupaikan tarjoaminen", "Projekti- ja/tai opinnäytetyöaiheiden tarjoaminen",
        "Hankeyhteistyö", "Verkostoituminen muiden alumnien kanssa", "Jatko- ja täydennyskoulutus", "Muu osaamisen kehittäminen", "Alumnitapahtumat", "Muu, mikä?", "Muu, mikä? Avoimet vastaukset",
    ];

    private static readonly string[] Consents =
    [
        "Annan suostumukseni henkilötietojeni käsittelyyn Karelia-ammattikorkeakoulun alumnitoiminnassa ja tietojeni tallentamiseen asiakkuuksienhallintajärjestelmään.",
        "Minulle saa lähettää alumnikirjeen ja kutsuja tapahtumiin sähköpostitse.",
    ];

    private static readonly string[] Headings =
    [
        "Vastausaika", .. new[] { "Sukunimi", "Entinen sukunimi", "Etunimet", "Kutsumanimi", "Syntymäaika", "Osoite", "Postinumero", "Postitoimipaikka", "Sähköposti (henkilökohtainen)", "Puhelin" }
            .Select(field => $"Yhteystiedot:{field}"),
        "Koulutus / koulutusohjelma", "Opintojen aloitusvuosi", "Suoritettu tutkinto", "Valmistumisvuosi", "Työpaikka / yritys", "Työtehtävä",
        .. Forms.Select(form => $"Mitkä alumniyhteistyön muodot kiinnostavat sinua? (Voit valita useita):{form}"), .. Consents.Select(consent => $"Suostumus:{consent}"), "\u00a0",
    ];

    public static async Task Run(Stack stack)
    {
        using var coordinator = stack.As(Role.AlumniCoordinator);
        Console.WriteLine("import: lines; preview + commit s; processor s of host and PostgreSQL; reference: reading the file by EPPlus or by the own reader, and COPY of its rows; host memory");
        for (var round = 0; round <= 3; round++)
            await Measure(stack, coordinator, 10_000, round, isWarm: round > 0);
        await Measure(stack, coordinator, 100_000, 9, isWarm: true);
    }

    private static async Task Measure(Stack stack, HttpClient coordinator, int lines, int round, bool isWarm)
    {
        var file = File(lines, round);
        await stack.Quiet();
        var epplus = await Reference(stack, () => Copy(stack, ByEpplus(file)));
        var own = await Reference(stack, () => Copy(stack, ByOwnReader(file)));
        stack.ForgetPeak();
        var (memory, host, cpu, clock) = (stack.Memory(), stack.HostCpu(), await stack.Cpu(), Stopwatch.StartNew());
        var import = await Upload(coordinator, file);
        var (preview, previewCpu) = (clock.Elapsed.TotalSeconds, await stack.Cpu() - cpu);
        await Stack.Done(coordinator, $"/api/v1/imports/{import.GetProperty("id")}/commit");
        var (seconds, used) = (clock.Elapsed.TotalSeconds, await stack.Cpu() - cpu);
        var hostUsed = stack.HostCpu() - host;
        var growth = stack.PeakMemory() - memory;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  {(isWarm ? round.ToString(CultureInfo.InvariantCulture) : "first, cold")}: {lines} lines ({file.Length / 1024.0 / 1024:0.0} MB), new {import.GetProperty("counts").GetProperty("new")}; preview {preview:0.00} s + commit {seconds - preview:0.00} s = {seconds:0.00} s{(lines == 10_000 ? $" (limit {MostSeconds})" : "")}; CPU {used:0.00} s (preview {previewCpu:0.00}; host {hostUsed:0.00} of all); reference {epplus:0.00} s CPU by EPPlus, ratio {used / epplus:0.0} (limit {MostTimesCpu}), {own:0.00} s by the own reader, ratio {used / own:0.0}; host memory +{growth:0} MB of {memory:0} (limit {MostMegabytes})"));
    }

    private static async Task<JsonElement> Upload(HttpClient coordinator, byte[] file)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(file), "file", "benchmark.xlsx" } };
        using var answer = (await coordinator.PostAsync("/api/v1/imports", form)).EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>Processor time here and in PostgreSQL, the best of three.</summary>
    private static async Task<double> Reference(Stack stack, Func<Task> act)
    {
        var best = double.MaxValue;
        for (var attempt = 0; attempt < 3; attempt++)
        {
            var start = Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds + await stack.Cpu();
            await act();
            best = Math.Min(best, Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds + await stack.Cpu() - start);
        }

        return best;
    }

    /// <summary>COPYs rows as text arrays.</summary>
    private static async Task Copy(Stack stack, IEnumerable<string?[]> rows)
    {
        await stack.Sql("create table if not exists public.reference (line int, cells text[]); truncate public.reference");
        await using var connection = await stack.Database.OpenConnectionAsync();
        await using var copy = await connection.BeginBinaryImportAsync("copy public.reference from stdin (format binary)");
        var line = 0;
        foreach (var cells in rows)
        {
            await copy.StartRowAsync();
            await copy.WriteAsync(++line, NpgsqlDbType.Integer);
            await copy.WriteAsync(cells, NpgsqlDbType.Array | NpgsqlDbType.Text);
        }

        await copy.CompleteAsync();
    }

    private static IEnumerable<string?[]> ByEpplus(byte[] file)
    {
        using var book = new ExcelPackage(new MemoryStream(file));
        var sheet = book.Workbook.Worksheets["Vastaukset"];
        var cells = new string?[sheet.Dimension.Columns];
        for (var row = 1; row <= sheet.Dimension.Rows; row++)
        {
            for (var i = 0; i < cells.Length; i++)
                cells[i] = sheet.GetValue<string>(row, i + 1);
            yield return cells;
        }
    }

    private static IEnumerable<string?[]> ByOwnReader(byte[] file)
    {
        using var sheet = Workbook.Open(new MemoryStream(file), "benchmark.xlsx");
        while (sheet.Read())
        {
            var cells = new string?[sheet.Count];
            for (var i = 0; i < cells.Length; i++)
                cells[i] = sheet[i].Text;
            yield return cells;
        }
    }

    private static byte[] File(int lines, int round)
    {
        using var file = new MemoryStream();
        using var sheet = SheetWriter.Create(file, "Vastaukset", Headings);
        for (var i = 1; i <= lines; i++)
        {
            var forms = Forms.Select((form, at) => at < 9 && (i + at) % 4 == 0 ? form : null);
            var year = 1996 + i % 30;
            sheet.Write(
            [
                $"{1 + i % 28}.{1 + i % 9}.2026 {8 + i % 12}.{10 + i % 50}", Name(i, round), i % 9 == 0 ? "Aiempi" : null, $"Aino {Name(i / 7, round)}", "Aino",
                $"{1 + i % 28}.{1 + i % 12}.{1950 + i % 50}", $"Mallikatu {i % 99} A {i % 60}", $"80{100 + i % 800}", "Joensuu", $"aino.{round}.{i}@example.com", $"04{i % 10}{1000000 + i % 8999999}",
                "Liiketalous", $"{year - 4}", "Tradenomi (AMK)", $"{year}", "Esimerkki Oy", "suunnittelija", .. forms, Consents[0], i % 3 == 0 ? null : Consents[1], null,
            ]);
        }

        sheet.Complete();
        return file.ToArray();
    }

    /// <summary>Made-up names that are no more alike than names are: four syllables.</summary>
    private static string Name(int number, int round)
    {
        var left = (uint)(number + 1_000_003 * round) * 2_654_435_761;
        var name = "";
        for (var syllable = 0; syllable < 4; syllable++, left /= 65)
            name += "hjklmnprstvbd"[(int)(left % 13)].ToString() + "aeiou"[(int)(left / 13 % 5)];
        return char.ToUpperInvariant(name[0]) + name[1..];
    }
}
