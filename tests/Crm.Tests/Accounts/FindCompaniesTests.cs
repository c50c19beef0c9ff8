using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Karelia.Crm.Tests.Accounts;

/// <summary>The company register of PRH, with answers of its shape from a server of the test.</summary>
internal sealed class FindCompaniesTests
{
    private const string Answer = """
        {"totalResults":1,"companies":[{"businessId":{"value":"1234567-1","registrationDate":"2001-01-01","source":"3"},
         "names":[{"name":"Vanha Nimi Oy","type":"1","registrationDate":"2001-01-01","endDate":"2010-01-01","version":2},{"name":"Keksitty Konepaja Oy","type":"1","registrationDate":"2010-01-01","version":1},
                  {"name":"Konepajan Aputoimi","type":"3","registrationDate":"2011-01-01","version":1}],
         "mainBusinessLine":{"type":"25620","descriptions":[{"languageCode":"1","description":"Metallin työstö"}]},
         "companyForms":[{"type":"16","descriptions":[{"languageCode":"3","description":"Limited company"},{"languageCode":"1","description":"Osakeyhtiö"}],"version":1}],
         "addresses":[{"type":1,"street":"Käyntikatu","buildingNumber":"9","postCode":"80110","postOffices":[{"city":"JOENSUU","languageCode":"1","municipalityCode":"167"}]},
                      {"type":2,"street":"Postikatu","buildingNumber":"1","entrance":"A","apartmentNumber":"2","postCode":"80100","postOffices":[{"city":"JOENSUU","languageCode":"1","municipalityCode":"167"}]}],
         "tradeRegisterStatus":"1","status":"2","lastModified":"2026-01-01 00:00:00"}]}
        """;

    [Test]
    public async Task A_company_fills_the_form()
    {
        await using var register = await Register(Results.Text(Answer, "application/json"));
        await using var host = Asking(register);

        var found = await Ask(host, "businessId=12345671");

        var company = found.GetProperty("items")[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(found.GetProperty("isAvailable").GetBoolean(), Is.True);
            Assert.That(company.GetProperty("name").GetString(), Is.EqualTo("Keksitty Konepaja Oy"));
            Assert.That(company.GetProperty("companyForm").GetString(), Is.EqualTo("Osakeyhtiö"));
            Assert.That(company.GetProperty("industry").GetString(), Is.EqualTo("25620"));
            Assert.That(company.GetProperty("street").GetString(), Is.EqualTo("Postikatu 1 A 2"));
            Assert.That(company.GetProperty("postalCode").GetString(), Is.EqualTo("80100"));
            Assert.That(company.GetProperty("isCeased").GetBoolean(), Is.False);
        }
    }

    [TestCase("")]
    [TestCase("<html>out of order</html>")]
    [TestCase("""{"companies":[{"names":7}]}""")]
    public async Task An_answer_of_another_shape_is_none(string answer)
    {
        await using var register = await Register(Results.Text(answer, "application/json"));
        await using var host = Asking(register);

        Assert.That((await Ask(host, "name=Keksitty")).GetProperty("items").GetArrayLength(), Is.Zero);
    }

    [Test]
    public async Task A_register_that_does_not_answer_leaves_the_work_to_hand()
    {
        await using var register = await Register(Results.StatusCode(503));
        await using var host = Asking(register);

        Assert.That((await Ask(host, "name=Keksitty")).GetProperty("isAvailable").GetBoolean(), Is.False);
    }

    private static async Task<JsonElement> Ask(WebApplicationFactory<Program> host, string query)
    {
        using var client = host.CreateClient(new() { BaseAddress = new("https://localhost") });
        client.DefaultRequestHeaders.Authorization = new("Bearer", Crm.Issuer.Token("crm-customermanager"));
        return await client.GetFromJsonAsync<JsonElement>($"/api/v1/companies?{query}");
    }

    private static WebApplicationFactory<Program> Asking(WebApplication register) => Crm.Host.WithWebHostBuilder(web => web.UseSetting(
        "Companies:Address", register.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/"));

    private static async Task<WebApplication> Register(IResult answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/companies", () => answer);
        await app.StartAsync();
        return app;
    }
}
