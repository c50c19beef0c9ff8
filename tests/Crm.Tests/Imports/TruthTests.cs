using System.Text.Json;
using Karelia.Crm.Tests.Spreadsheets;

namespace Karelia.Crm.Tests.Imports;

/// <summary>Every made-up file gives exactly the outcomes that its truth tells, row by row, on an empty register.</summary>
internal sealed class TruthTests
{
    public static readonly string[] Files =
    [
        "alumnirekisteroityminen_Perusraportti.xlsx", "alumnirekisteroityminen_0-1.xlsx", "alumnirekisteroityminen_kaksi_otsikkorivia.xlsx", "alumnirekisteroityminen_muokattu.xlsx",
        "alumnirekisteroityminen_cp1252.csv", "alumni_registration_Basic_report_en.xlsx", "tutkintotodistushakemukset_alumnit.xlsx",
    ];

    private static readonly Lazy<Task<Desk>> empty = new(() => Desk.Open());

    [TestCaseSource(nameof(Files))]
    public async Task The_preview_says_what_the_truth_says(string file)
    {
        var upload = await (await empty.Value).Upload(TestFiles.Data("webropol", file));

        Assert.That(upload.State, Is.EqualTo("ready"), upload.Json.ToString());
        var rows = (await upload.Rows()).ToDictionary(row => row.GetProperty("row").GetInt32());
        var truth = Truth(file);
        Assert.That(rows, Has.Count.EqualTo(truth.Count));
        Assert.Multiple(() =>
        {
            foreach (var expected in truth)
            {
                var row = rows[expected.GetProperty("line").GetInt32()];
                var code = expected.GetProperty("code").GetString();
                Assert.That(row.Outcome(), Is.EqualTo(expected.GetProperty("expect").GetString()), row.ToString());
                Assert.That(row.Codes(), code is null ? Is.Empty : Is.EqualTo([code]), row.ToString());
            }
        });
    }

    [OneTimeTearDown]
    public static async Task Close() => await (await empty.Value).DisposeAsync();

    internal static List<JsonElement> Truth(string file) =>
        JsonSerializer.Deserialize<List<JsonElement>>(File.ReadAllText(TestFiles.Data("webropol", "truth", $"{Path.GetFileNameWithoutExtension(file)}.json")))!;
}
