using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Karelia.Crm.Consent.Erasure;
using Karelia.Crm.Consent.Package;
using Karelia.Crm.Kernel;
using Karelia.Crm.Tests.Spreadsheets;
using Microsoft.Extensions.DependencyInjection;
using UglyToad.PdfPig;

namespace Karelia.Crm.Tests.Consent;

/// <summary>All of a person, nothing of another, in every form.</summary>
internal sealed class PackageTests
{
    private readonly Audience people = new();
    private readonly HttpClient officer = Crm.As(Role.DataProtectionOfficer);

    [Test]
    public async Task Everything_of_a_person_is_in_the_package_and_nothing_of_another()
    {
        var (mine, others) = (await Canary("oma"), await Canary("vieras"));

        var package = await Package(mine.Id);

        foreach (var value in mine.Values)
            Assert.That(package, Does.Contain(value));
        foreach (var value in others.Values)
            Assert.That(package, Does.Not.Contain(value));
        foreach (var format in new[] { "xlsx", "html", "pdf" })
        {
            var text = await Text(mine.Id, format);
            foreach (var value in mine.Readable)
                Assert.That(text, Does.Contain(value), format);
            Assert.That(others.Values.Where(text.Contains), Is.Empty, format);
        }
    }

    [Test]
    public async Task Labels_are_in_the_persons_language_and_staff_are_not_named()
    {
        var canary = await Canary("kieli");

        var (fi, en) = (await Text(canary.Id, "html"), await Text(canary.Id, "html", "en"));

        Assert.That(fi, Does.Contain("<html lang=\"fi\">").And.Contain("Sukunimi").And.Contain("Luovutukset"));
        Assert.That(en, Does.Contain("<html lang=\"en\">").And.Contain("Last name").And.Contain("Disclosures"));
        Assert.That(await Package(canary.Id), Does.Not.Contain("createdBy").And.Not.Contain("userName").And.Not.Contain("crm-customermanager"));
    }

    [Test]
    public async Task Portable_is_what_the_person_gave_under_a_consent_or_an_agreement()
    {
        var canary = await Canary("siirto");
        var customer = await people.Person();
        await people.Manager.PostAsJsonAsync($"/api/v1/contacts/{customer}/roles", new { role = "customer", basis = "legitimate-interest", source = "fair" });
        Assert.That(JsonDocument.Parse(await Package(customer, portable: true)).RootElement.GetProperty("sections").GetArrayLength(), Is.Zero, "a legitimate interest is neither a consent nor an agreement");
        await people.Manager.PostAsJsonAsync($"/api/v1/contacts/{canary.Id}/roles", new { role = "partner", basis = "contract", source = "agreement" });

        var package = JsonDocument.Parse(await Package(canary.Id, portable: true)).RootElement;

        var categories = package.GetProperty("sections").EnumerateArray().Select(section => section.GetProperty("category").GetString()).ToList();
        Assert.That(categories, Does.Contain("contacts").And.Contain("contact-emails").And.Not.Contain("activities").And.Not.Contain("reads").And.Not.Contain("history"));
        Assert.That(package.GetProperty("kind").GetString(), Is.EqualTo("portability"));
    }

    [Test]
    public async Task Reads_and_former_values_are_in_it_and_taking_it_is_an_export_in_the_log()
    {
        var canary = await Canary("loki");
        await Rename(canary.Id, "Uusikylä");
        await officer.GetAsync($"/api/v1/contacts/{canary.Id}");

        var package = JsonDocument.Parse(await Package(canary.Id)).RootElement;
        JsonElement Rows(string category) => package.GetProperty("sections").EnumerateArray().Single(section => section.GetProperty("category").GetString() == category).GetProperty("rows");

        Assert.That(Rows("history").EnumerateArray().Any(row => row.GetProperty("after").ToString() == "Uusikylä"), Is.True);
        Assert.That(Rows("reads").EnumerateArray().Select(row => row.GetProperty("purpose").GetString()), Does.Contain("GetContact"));
        var events = await Audience.Read(await officer.GetAsync($"/api/v1/audit-events?id={canary.Id}"));
        Assert.That(events.GetProperty("items").EnumerateArray().Any(one => one.GetProperty("kind").GetString() == "export" && one.GetProperty("useCase").GetString() == "GetPersonalData"), Is.True);
    }

    [Test]
    public async Task Only_the_officer_takes_it_and_of_a_known_person_in_a_known_form()
    {
        var person = await people.Person();
        Assert.That((int)(await people.Manager.GetAsync($"/api/v1/contacts/{person}/personal-data")).StatusCode, Is.EqualTo(403));
        Assert.That((int)(await officer.GetAsync($"/api/v1/contacts/{Guid.CreateVersion7()}/personal-data")).StatusCode, Is.EqualTo(404));
        Assert.That((int)(await officer.GetAsync($"/api/v1/contacts/{person}/personal-data?format=docx")).StatusCode, Is.EqualTo(422));
        Assert.That((int)(await officer.GetAsync($"/api/v1/contacts/{person}/personal-data?language=sv")).StatusCode, Is.EqualTo(422));
        await Audience.Restrict(person);
        Assert.That((await officer.GetAsync($"/api/v1/contacts/{person}/personal-data")).StatusCode, Is.EqualTo(HttpStatusCode.OK), "a restricted person may know what is held");
    }

    /// <summary>A table that some day holds people has a heading for them to read.</summary>
    [Test]
    public void Each_kind_of_row_has_a_title_for_people()
    {
        using var scope = Crm.Services.CreateScope();
        var tables = scope.ServiceProvider.GetRequiredService<PersonTables>().All.Where(table => table.PersonColumn.Length > 0 || table.Holding.Found is not null).ToList();

        Assert.That(tables, Has.Count.GreaterThan(10));
        Assert.That(tables.Select(table => table.Category).Where(category => !PackageTexts.HasTitle(category)), Is.Empty);
    }

    [Test]
    public async Task Five_thousand_rows_take_less_than_five_seconds()
    {
        var person = await people.Person();
        await Audience.Sql(
            """
            with a as (insert into accounts.activities (id, kind, subject, text, at, created_by_id, created_by, version, created_at, updated_at)
                select gen_random_uuid(), 'note', 'Aihe ' || i, repeat('Keskusteltiin yhteistyöstä. ', 4), now() - i * interval '1 hour', $1, 'Test', 1, now(), now() from generate_series(1, 5000) i returning id)
            insert into accounts.activity_contacts (id, activity_id, contact_id) select gen_random_uuid(), id, $1 from a
            """,
            person);
        await Package(person);
        foreach (var format in PackageFile.Formats)
        {
            var watch = Stopwatch.StartNew();
            var (before, size) = (Process.GetCurrentProcess().TotalProcessorTime, (await (await officer.GetAsync($"/api/v1/contacts/{person}/personal-data?format={format}")).Content.ReadAsByteArrayAsync()).Length);
            TestContext.Out.WriteLine($"{format}: {watch.ElapsedMilliseconds} ms, {(Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds:0} ms of processor with all tests beside, {size / 1024} KB");
            Assert.That(size, Is.GreaterThan(50_000));
        }
    }

    private async Task<string> Package(Guid person, bool portable = false)
    {
        var answer = await officer.GetAsync($"/api/v1/contacts/{person}/personal-data?portable={(portable ? "true" : "false")}");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), await answer.Content.ReadAsStringAsync());
        Assert.That(answer.Headers.CacheControl!.NoStore, Is.True);
        return await answer.Content.ReadAsStringAsync();
    }

    private async Task<string> Text(Guid person, string format, string language = "fi")
    {
        var answer = await officer.GetAsync($"/api/v1/contacts/{person}/personal-data?format={format}&language={language}");
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), Encoding.UTF8.GetString(bytes));
        if (format == "html")
            return WebUtility.HtmlDecode(Encoding.UTF8.GetString(bytes));
        if (format == "xlsx")
            return string.Join('\n', new MemoryStream(bytes).Texts().Select(row => string.Join('\t', row)));
        using var pdf = PdfDocument.Open(bytes);
        // What is broken over lines is one text again.
        return string.Concat(pdf.GetPages().SelectMany(page => page.GetWords()).Select(word => word.Text));
    }

    private async Task Rename(Guid person, string town)
    {
        var version = (await people.Manager.GetAsync($"/api/v1/contacts/{person}")).Headers.ETag!.Tag;
        using var patch = new HttpRequestMessage(HttpMethod.Patch, $"/api/v1/contacts/{person}") { Content = JsonContent.Create(new { address = new { town } }) };
        patch.Headers.TryAddWithoutValidation("If-Match", version);
        await Audience.Read(await people.Manager.SendAsync(patch));
    }

    /// <summary>A person with data in every module, whose values are nobody else's.</summary>
    private async Task<(Guid Id, string[] Values, string[] Readable)> Canary(string word)
    {
        var mark = word + Guid.CreateVersion7().ToString("n")[20..];
        string Own(string of) => of + mark;
        var phone = "+35840" + Random.Shared.Next(1_000_000, 9_999_999);
        var email = $"{mark}@example.com";
        var person = (await Audience.Read(await people.Manager.PostAsJsonAsync("/api/v1/contacts", new
        {
            lastName = Own("suku"),
            firstNames = Own("etu"),
            calledName = Own("kutsu"),
            emails = new[] { new { address = email, kind = "personal" } },
            phones = new[] { new { number = phone, kind = "work" } },
            address = new { street = Own("katu"), postalCode = "80100", town = Own("kyla") },
        }))).GetProperty("id").GetGuid();
        var account = (await Audience.Read(await people.Manager.PostAsJsonAsync("/api/v1/accounts", new { name = Own("Yritys") }))).GetProperty("id").GetGuid();
        await Audience.Read(await people.Manager.PostAsJsonAsync($"/api/v1/contacts/{person}/affiliations", new { accountId = account, title = Own("titteli") }));
        await Audience.Read(await people.Manager.PostAsJsonAsync($"/api/v1/contacts/{person}/roles", new { role = "customer", basis = "legitimate-interest", source = Own("lahde") }));
        await Audience.Read(await people.Manager.PostAsJsonAsync("/api/v1/activities", new { kind = "note", subject = Own("aihe"), text = Own("teksti"), contactIds = new[] { person } }));
        await Audience.Read(await people.Manager.PostAsJsonAsync("/api/v1/needs", new { accountId = account, contactId = person, text = Own("tarve") }));
        await Audience.Read(await people.TrySay(person, "given", "email.newsletter"));
        await people.Block(person, new { reason = Own("esto"), channel = "sms" });
        await Audience.Sql(
            "insert into alumni.alumni (contact_id, former_last_name, employer, registered_at, source, version, updated_at) values ($1, $2, $3, now(), 'webropol', 1, now())",
            person, Own("entinen"), Own("tyonantaja"));
        await Audience.Sql("insert into alumni.degrees (id, contact_id, title, programme) values (gen_random_uuid(), $1, $2, $3)", person, Own("tutkinto"), Own("koulutus"));
        var disclosure = Guid.CreateVersion7();
        await Audience.Sql(
            """
            with d as (insert into consent.disclosures (id, name, purpose, recipient, channel, topic, filter, included, excluded, at, user_id, user_name)
                values ($1, $3, 'Test', 'liana', 'email', 'newsletter', '{}', 1, '{}', now(), $1, 'Test') returning id)
            insert into consent.disclosed_contacts (disclosure_id, contact_id) select id, $2 from d
            """,
            disclosure, person, Own("lista"));
        await new Officer().Records("", more: new { kind = "access", contactId = person, message = Own("viesti") });
        string[] readable =
        [
            Own("suku"), Own("etu"), Own("kutsu"), email, phone, Own("katu"), Own("kyla"), Own("titteli"), Own("lahde"), Own("aihe"), Own("teksti"), Own("tarve"), Own("esto"), Own("entinen"), Own("tutkinto"), Own("koulutus"),
            Own("tyonantaja"), Own("lista"), Own("viesti"),
        ];
        return (person, [.. readable, person.ToString(), account.ToString()], readable);
    }
}
