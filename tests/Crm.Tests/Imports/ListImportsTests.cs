using System.Net.Http.Json;
using System.Text.Json;
using Karelia.Crm.Kernel;
using Karelia.Crm.Tests.Spreadsheets;

namespace Karelia.Crm.Tests.Imports;

internal sealed class ListImportsTests
{
    [Test]
    public async Task Newest_first_page_by_page()
    {
        var coordinator = Crm.As(Role.AlumniCoordinator);
        var ids = new List<string?>();
        foreach (var file in new[] { "alumnirekisteroityminen_Perusraportti.xlsx", "alumnirekisteroityminen_0-1.xlsx" })
        {
            using var form = new MultipartFormDataContent { { new ByteArrayContent(await File.ReadAllBytesAsync(TestFiles.Data("webropol", file))), "file", file } };
            var import = await (await coordinator.PostAsync("/api/v1/imports", form)).EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
            ids.Insert(0, import.GetProperty("id").GetString());
        }

        var listed = new List<string?>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await coordinator.GetFromJsonAsync<JsonElement>($"/api/v1/imports?limit=1&state=ready{cursor}");
            listed.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()));
            cursor = page.GetProperty("nextCursor").GetString() is { } next ? $"&cursor={Uri.EscapeDataString(next)}" : null;
        }
        Assert.That(listed.Where(ids.Contains), Is.EqualTo(ids));
    }
}
