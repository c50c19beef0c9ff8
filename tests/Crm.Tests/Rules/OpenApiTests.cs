namespace Karelia.Crm.Tests.Rules;

/// <summary>The contract: the committed document is the running one, complete, and its examples are true.</summary>
internal sealed class OpenApiTests
{
    private static readonly ApiDocument contract = ApiDocument.Committed;

    [Test]
    public async Task The_committed_contract_is_the_running_one()
    {
        var running = (await Crm.Anonymous().GetStringAsync("/openapi.yaml")).ReplaceLineEndings("\n");
        var path = Path.Combine(Repository.Root, "openapi.yaml");
        if (Environment.GetEnvironmentVariable("CRM_REWRITE_OPENAPI") == "1")
            await File.WriteAllTextAsync(path, running);

        Assert.That(await File.ReadAllTextAsync(path), Is.EqualTo(running), "Run scripts/openapi");
    }

    [Test]
    public void Every_operation_says_its_name_module_and_summary_and_names_are_used_once()
    {
        Assert.That(contract.Operations, Is.Not.Empty);
        Assert.That(contract.Operations.Select(operation => operation.Id), Is.Unique);
        Assert.Multiple(() =>
        {
            foreach (var operation in contract.Operations)
            {
                Assert.That(operation.Node["operationId"], Is.Not.Null, operation.ToString());
                Assert.That(operation.Node["summary"], Is.Not.Null, operation.ToString());
                Assert.That(operation.Node["tags"]?.AsArray(), Has.Count.EqualTo(1), operation.ToString());
                Assert.That(operation.Node["responses"]!.AsObject().Count(answer => answer.Key[0] == '2'), Is.GreaterThan(0), operation.ToString());
            }
        });
    }

    [Test]
    public void Every_text_and_list_that_comes_in_has_a_limit()
    {
        var inputs = contract.Operations.SelectMany(operation => operation.Parameters.Select(parameter => (At: $"{operation.Id} {parameter!["name"]}", Schema: parameter["schema"]!))
            .Concat((operation.Node["requestBody"]?["content"]?.AsObject().AsEnumerable() ?? []).Select(content => (At: operation.Id, Schema: content.Value!["schema"]!)))).ToList();

        Assert.That(inputs, Is.Not.Empty);
        Assert.That(inputs.SelectMany(input => contract.Unlimited(input.Schema, input.At)).Distinct(), Is.Empty);
    }

    [Test]
    public void Every_request_and_answer_has_an_example_that_fits()
    {
        var contents = contract.Operations.SelectMany(operation => operation.Node["responses"]!.AsObject()
            .Where(answer => answer.Key[0] == '2')
            .SelectMany(answer => contract.Resolve(answer.Value!)["content"]?.AsObject().AsEnumerable() ?? [])
            .Concat(operation.Node["requestBody"]?["content"]?.AsObject().AsEnumerable() ?? [])
            .Where(content => content.Key.EndsWith("json", StringComparison.Ordinal))
            .Select(content => (operation.Id, Content: content.Value!))).ToList();

        Assert.That(contents, Is.Not.Empty);
        Assert.That(contents.Where(one => one.Content["example"] is null).Select(one => one.Id), Is.Empty);
        Assert.That(contents.SelectMany(one => contract.Faults(one.Content["example"], one.Content["schema"]!).Select(fault => $"{one.Id}: {fault}")), Is.Empty);
    }
}
