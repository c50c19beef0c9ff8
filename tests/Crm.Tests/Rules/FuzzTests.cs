using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Karelia.Crm.Kernel;

namespace Karelia.Crm.Tests.Rules;

/// <summary>Ten thousand bad requests: no answer of 5xx, none outside the contract.</summary>
internal sealed class FuzzTests
{
    private const int Requests = 10_000;
    private const int Clients = 4;
    private static readonly HttpRequestOptionsKey<Operation> operationKey = new("operation");

    [Test]
    public async Task No_request_gets_an_answer_outside_the_contract()
    {
        await using var crm = await QuietCrm.Start();
        var faults = new ConcurrentDictionary<string, string>();
        var statuses = new ConcurrentDictionary<int, int>();
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(seed => Task.Run(async () =>
        {
            var client = crm.As([.. Role.All]);
            var ids = new List<string>();
            var fuzz = new Fuzz(ApiDocument.Committed, new Random(seed), ids);
            for (var i = 0; i < Requests / Clients; i++)
            {
                using var request = fuzz.Next();
                request.Options.TryGetValue(operationKey, out var operation);
                using var answer = await client.SendAsync(request);
                statuses.AddOrUpdate((int)answer.StatusCode, 1, (_, count) => count + 1);
                var body = await answer.Content.ReadAsByteArrayAsync();
                foreach (var fault in Faults(operation!, answer, body, ids))
                    faults.TryAdd($"{operation!.Id} {(int)answer.StatusCode}: {fault}", $"{request.Method} {request.RequestUri} {(request.Content is StringContent text ? await text.ReadAsStringAsync() : "")}");
            }
        })));
        await TestContext.Out.WriteLineAsync(string.Join(", ", statuses.OrderBy(status => status.Key).Select(status => $"{status.Key}: {status.Value}")));

        Assert.That(faults.Take(20).Select(fault => $"{fault.Key} <- {fault.Value[..Math.Min(600, fault.Value.Length)]}"), Is.Empty);
        Assert.That(statuses.Keys, Does.Contain(200).And.Contain(201).And.Contain(400).And.Contain(404).And.Contain(409).And.Contain(412).And.Contain(415).And.Contain(422).And.Contain(428));
        Assert.That((await crm.As(Role.Reader).GetAsync("/api/v1/contacts")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCaseSource(typeof(Fuzz), nameof(Fuzz.Naughty))]
    public async Task A_naughty_text_comes_back_as_it_was_or_is_refused(string text)
    {
        var manager = Crm.As(Role.CustomerManager);
        var answer = await manager.PostAsJsonAsync("/api/v1/contacts", new { lastName = text, firstNames = "Aino" });
        if (answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity)
            return;

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Created));
        var contact = await manager.GetFromJsonAsync<JsonElement>(answer.Headers.Location);
        Assert.That(contact.GetProperty("lastName").GetString(), Is.EqualTo(text.Trim()));
    }

    [TestCase("/api/v1/contacts?q={0}")]
    [TestCase("/api/v1/contacts?sort={0}")]
    [TestCase("/api/v1/contacts?cursor={0}")]
    [TestCase("/api/v1/contacts?role={0}")]
    [TestCase("/api/v1/alumni?q={0}")]
    [TestCase("/api/v1/alumni?sort={0}")]
    [TestCase("/api/v1/alumni?cursor={0}")]
    [TestCase("/api/v1/alumni?programme={0}")]
    [TestCase("/api/v1/search?q={0}")]
    [TestCase("/api/v1/audit-events?entity={0}")]
    public async Task Injected_text_is_text(string address)
    {
        var everyone = Crm.As([.. Role.All]);
        foreach (var text in Fuzz.Naughty)
        {
            var answer = await everyone.GetAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, address, Uri.EscapeDataString(text)));
            Assert.That((int)answer.StatusCode, Is.AnyOf(200, 400, 422), text);
        }
    }

    private static IEnumerable<string> Faults(Operation operation, HttpResponseMessage answer, byte[] body, List<string> ids)
    {
        var status = (int)answer.StatusCode;
        if (status >= 500)
            yield return "an error of ours";
        if (operation.Node["responses"]![status.ToString(System.Globalization.CultureInfo.InvariantCulture)] is not { } documented)
        {
            yield return "a status that the contract does not have";
            yield break;
        }

        var media = answer.Content.Headers.ContentType?.MediaType ?? "";
        var contents = ApiDocument.Committed.Resolve(documented)["content"]?.AsObject();
        if (contents?[media] is not { } content)
        {
            if (body.Length > 0 || contents is { Count: > 0 })
                yield return $"a content type that the contract does not have: {media}";
            yield break;
        }

        if (!media.EndsWith("json", StringComparison.Ordinal))
            yield break;
        var json = JsonNode.Parse(body);
        foreach (var fault in ApiDocument.Committed.Faults(json, content["schema"]!).Take(3))
            yield return fault;
        if (status == 201 && (json!["id"] ?? json["contactId"]) is { } id && ids.Count < 50)
            ids.Add(id.GetValue<string>());
        if (status >= 400 && json!["status"]!.GetValue<int>() != status)
            yield return "a problem of another status";
        if (body.AsSpan().IndexOf("Exception"u8) >= 0 && status >= 400)
            yield return "a stack trace";
    }
}
