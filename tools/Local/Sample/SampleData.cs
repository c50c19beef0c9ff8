using System.Text.Json;

namespace Karelia.Crm.Local.Sample;

/// <summary>
/// Made-up people on the first start, brought in as staff would bring them: a workbook through the API, then what
/// happens to a register in life. A start that was cut short is made up for at the next one.
/// </summary>
internal sealed class SampleData
{
    private static readonly string[] Alumni = ["alumnus"];

    private readonly string folder;
    private readonly string pending;

    public SampleData(string data, bool wanted)
    {
        folder = Path.Combine(data, "sample");
        pending = Path.Combine(folder, "pending");
        if (wanted)
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(pending, "");
        }
    }

    public async Task Load(HttpClient http, Issuer issuer, CancellationToken stop)
    {
        if (!File.Exists(pending))
        {
            return;
        }
        Console.WriteLine("Loading made-up sample data ...");
        try
        {
            await Register(new(http, issuer.Token("crm-alumnicoordinator"), stop));
            await MadeUpCooperation.Add(new(http, issuer.Token("crm-alumnicoordinator"), stop));
            await Life(new(http, issuer.Token("crm-communications"), stop), new(http, issuer.Token("crm-customermanager"), stop));
            await Experts(new(http, issuer.Token("crm-expertcoordinator"), stop));
            await MadeUpOrganisations.Add(new(http, issuer.Token("crm-customermanager"), stop));
            await MadeUpEvents.Add(new(http, issuer.Token("crm-customermanager"), stop));
            await MadeUpRights.Add(new(http, issuer.Token("crm-communications"), stop), new(http, issuer.Token("crm-dataprotectionofficer"), stop));
            File.Delete(pending);
        }
        catch (HttpRequestException error)
        {
            await Console.Error.WriteLineAsync($"The sample data did not go in ({error.Message}); the next start tries again.");
        }
    }

    private async Task Register(Caller coordinator)
    {
        var workbook = Path.Combine(folder, "alumnirekisteroityminen_Perusraportti.xlsx");
        AlumniForm.Write(workbook, MadeUpAlumni.Make(seed: 1, count: 300));
        AlumniForm.Write(Path.Combine(folder, "kokeile_tuontia_Perusraportti.xlsx"), AlumniForm.Spoilt(MadeUpAlumni.Make(seed: 2, count: 60)));
        await Import(coordinator, workbook, "alumni");
    }

    private async Task Experts(Caller coordinator)
    {
        var workbook = Path.Combine(folder, "osaajapooli_Perusraportti.xlsx");
        MadeUpExperts.Write(workbook, count: 30);
        await Import(coordinator, workbook, "experts");
        await MadeUpExperts.Life(coordinator);
    }

    private static async Task Import(Caller coordinator, string workbook, string kind)
    {
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(await File.ReadAllBytesAsync(workbook)), "file", Path.GetFileName(workbook) },
            { new StringContent(kind), "kind" },
        };
        var import = await coordinator.Send(HttpMethod.Post, "imports", form);
        var commit = await coordinator.Send(HttpMethod.Post, $"imports/{import.Text("id")}/commit");
        string state;
        while ((state = (await coordinator.Send(HttpMethod.Get, $"jobs/{commit.Text("jobId")}")).Text("state")) is "queued" or "running")
        {
            await Task.Delay(200);
        }
        if (state != "succeeded")
        {
            throw new HttpRequestException($"the import {state}");
        }
    }

    private static async Task Life(Caller communications, Caller manager)
    {
        var people = (await communications.Send(HttpMethod.Get, "contacts?role=alumnus&passive=false&sort=name&limit=200"))
            .GetProperty("items").EnumerateArray().Select(person => person.Text("id")).ToArray();
        foreach (var id in people.Where((_, i) => i % 37 == 5))
        {
            await communications.Send(HttpMethod.Post, $"contacts/{id}/consents", new { purpose = "email.alumni", kind = "withdrawn", source = "Puhelu" });
        }
        foreach (var id in people.Where((_, i) => i % 53 == 11))
        {
            await communications.Change($"contacts/{id}/preferences", preferences => new
            {
                preferences = preferences.GetProperty("preferences").EnumerateArray().Where(entry => entry.Text("choice") != "none")
                    .Select(entry => new { channel = entry.Text("channel"), topic = entry.Text("topic"), choice = entry.Text("choice") }),
                blocks = new[] { new { channel = (string?)null, reason = "Ei halua viestejä" } },
            });
        }
        foreach (var id in people.Where((_, i) => i % 61 == 17))
        {
            await manager.Send(HttpMethod.Post, $"contacts/{id}/passivate", new { reason = "Yhteystiedot vanhentuneet" });
        }
        foreach (var (name, topic, since) in new[] { ("Alumnikirje, tammikuu", "alumni", 1990), ("Kutsu: alumnipäivä", "events", 2015) })
        {
            await communications.Send(HttpMethod.Post, "mailing-list-exports", new
            {
                name,
                contactFilter = new { roles = Alumni, alumni = new { graduatedFrom = since } },
                channel = "email",
                topic,
                purpose = "Alumniviestintä",
                recipient = "liana",
                unit = "communications",
            });
        }
    }
}

internal static class Json
{
    public static string Text(this JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
