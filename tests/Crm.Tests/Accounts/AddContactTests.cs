using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Karelia.Crm.Kernel;

namespace Karelia.Crm.Tests.Accounts;

internal sealed class AddContactTests
{
    private readonly HttpClient manager = Crm.As(Role.CustomerManager);

    [Test]
    public async Task A_person_is_added_with_normalised_email_and_phone()
    {
        var answer = await Add(new { lastName = "Testinen", firstNames = "Aino", emails = new[] { new { address = "Aino@Example.com" } }, phones = new[] { new { number = "040 123 4567" } } });

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Created), await answer.Content.ReadAsStringAsync());
        var contact = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.That(contact.GetProperty("emails")[0].GetProperty("address").GetString(), Is.EqualTo("aino@example.com"));
        Assert.That(contact.GetProperty("phones")[0].GetProperty("number").GetString(), Is.EqualTo("+358401234567"));
        Assert.That(contact.GetProperty("emails")[0].GetProperty("isPrimary").GetBoolean(), Is.True);
    }

    [Test]
    public async Task An_unknown_member_is_refused() =>
        Assert.That((await Add(new { lastName = "Testinen", firstNames = "Aino", isPassive = true })).StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));

    [Test]
    public async Task Names_are_needed() =>
        Assert.That((await Add(new { lastName = " ", firstNames = "Aino" })).StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));

    [Test]
    public async Task A_reader_may_not() =>
        Assert.That((await Crm.As(Role.Reader).PostAsJsonAsync("/api/v1/contacts", new { })).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));

    private Task<HttpResponseMessage> Add(object contact) => manager.PostAsJsonAsync("/api/v1/contacts", contact);
}
