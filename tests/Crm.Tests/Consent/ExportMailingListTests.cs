using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Karelia.Crm.Tests.Consent;

internal sealed class ExportMailingListTests
{
    private readonly Audience people = new();

    [Test]
    public async Task Only_those_who_said_yes_leave_and_each_other_is_counted_by_its_reason()
    {
        var willing = await people.Willing("alumni");
        var withdrawn = await people.Willing("alumni");
        await people.Says(withdrawn, "withdrawn", "email.alumni");
        var refused = await people.Person();
        await people.Says(refused, "refused", "email.alumni");
        var blocked = await people.Willing("alumni");
        await people.Block(blocked, new { reason = "No mail" });
        var passive = await people.Willing("alumni");
        await Audience.Passivate(passive);
        var restricted = await people.Willing("alumni");
        await Audience.Restrict(restricted);
        await people.Willing("alumni", email: null);
        var bounced = await people.Willing("alumni");
        await Audience.Sql("update accounts.contact_emails set undeliverable_since = now() where contact_id = $1", bounced);
        await people.Willing("events");
        var leftAlumni = await people.Willing("alumni");
        await people.Says(leftAlumni, "withdrawn", "alumni");

        var export = await people.Export("alumni");

        Assert.That(export.GetProperty("included").GetInt32(), Is.EqualTo(1));
        Assert.That(Counts(export), Is.EqualTo("noBasis 2, withdrawn 3, blocked 1, passive 1, restricted 0, noAddress 2"));
        Assert.That(await people.Mailed(export), Is.EqualTo(new[] { willing }));
        var preview = await people.Preview("alumni");
        Assert.That(Counts(preview), Is.EqualTo(Counts(export)));
        Assert.That(preview.GetProperty("examples").EnumerateArray().Select(e => e.GetProperty("contactId").GetGuid()), Has.No.Member(restricted).And.Member(withdrawn).And.Member(blocked));
        var forOfficer = await Audience.Read(await people.Officer.GetAsync($"/api/v1/mailing-list-exports/{export.GetProperty("id").GetGuid()}"));
        Assert.That(Counts(forOfficer), Is.EqualTo("noBasis 1, withdrawn 3, blocked 1, passive 1, restricted 1, noAddress 2"));
    }

    [Test]
    public async Task The_file_is_as_Liana_takes_it()
    {
        var address = Audience.AnAddress().ToUpperInvariant();
        await people.Willing("events", address);
        var export = await people.Export("events");

        var sheet = await people.Sheet(export);

        Assert.That(sheet[0], Is.EqualTo(new[] { "email", "etunimi", "sukunimi", "kieli", "organisaatio", "tehtava", "kohderyhma", "crm_id" }));
        Assert.That(sheet[1][..7], Is.EqualTo(new[] { address.ToLowerInvariant(), "Aino", people.Name, "fi", "", "", $"Lista {people.Name}" }));
    }

    [Test]
    public async Task People_are_chosen_by_their_organisation_while_they_are_there()
    {
        var account = (await Audience.Read(await people.Manager.PostAsJsonAsync("/api/v1/accounts", new { name = $"{people.Name} Oy" }))).GetProperty("id").GetGuid();
        var (there, left) = (await people.Willing("events"), await people.Willing("events"));
        await people.Willing("events");
        await Audience.Read(await people.Manager.PostAsJsonAsync($"/api/v1/contacts/{there}/affiliations", new { accountId = account, title = "Johtaja" }));
        await Audience.Read(await people.Manager.PostAsJsonAsync($"/api/v1/contacts/{left}/affiliations", new { accountId = account, validTo = "2020-01-01" }));

        var export = await people.Export("events", new { q = people.Name, accountIds = new[] { account } });

        Assert.That(await people.Mailed(export), Is.EqualTo(new[] { there }));
    }

    [Test]
    public async Task Names_that_look_like_formulas_stay_text()
    {
        var person = await people.Person(firstNames: "=HYPERLINK(\"http://example.com\";\"x\")");
        await people.Says(person, "given", "email.training");

        Assert.That((await people.Sheet(await people.Export("training")))[1][1], Is.EqualTo("=HYPERLINK(\"http://example.com\";\"x\")"));
    }

    [Test]
    public async Task An_address_of_several_people_leaves_once_and_not_at_all_when_one_of_them_said_no()
    {
        var address = Audience.AnAddress();
        await people.Willing("alumni", address);
        var second = await people.Willing("alumni", address);
        var export = await people.Export("alumni");
        Assert.That(await people.Sheet(export), Has.Length.EqualTo(2));

        await people.Says(second, "withdrawn", "email.alumni");

        Assert.That(await people.Sheet(export), Has.Length.EqualTo(1));
        Assert.That(Counts(await people.Preview("alumni")), Does.Contain("withdrawn 1, blocked 1"));
    }

    [Test]
    public async Task Who_said_no_after_the_export_is_not_in_a_later_download()
    {
        var stays = await people.Willing("newsletter");
        var goes = await people.Willing("newsletter");
        var turnsPassive = await people.Willing("newsletter");
        var export = await people.Export("newsletter");
        Assert.That(await people.Mailed(export), Is.EquivalentTo(new[] { stays, goes, turnsPassive }));

        await people.Says(goes, "withdrawn", "email.newsletter");
        await Audience.Passivate(turnsPassive);

        Assert.That(await people.Mailed(export), Is.EqualTo(new[] { stays }));
    }

    [Test]
    public async Task The_block_list_names_everyone_who_said_no_whoever_was_meant()
    {
        var (out1, out2, passive, hidden, willing) = (Audience.AnAddress(), Audience.AnAddress(), Audience.AnAddress(), Audience.AnAddress(), Audience.AnAddress());
        await people.Says(await people.Person(out1), "refused", "email.training");
        await people.Block(await people.Person(out2), new { channel = "email", topic = "training", reason = "Not this" });
        var put = await people.Willing("training", passive);
        await Audience.Passivate(put);
        await people.Says(put, "withdrawn", "email.training");
        var restricted = await people.Person(hidden);
        await people.Says(restricted, "refused", "email.training");
        await Audience.Restrict(restricted);
        await people.Willing("training", willing);
        var export = await people.Export("training", new { q = "nobody-has-this-name" });

        var list = (await people.Sheet(export, "blockListUrl")).Select(row => row[0]).ToArray();

        Assert.That(list[0], Is.EqualTo("email"));
        Assert.That(list, Does.Contain(out1).And.Contain(out2).And.Contain(passive).And.Not.Contain(hidden).And.Not.Contain(willing));
        Assert.That(list, Is.Unique);
    }

    [Test]
    public async Task A_partner_gets_the_newsletter_at_the_work_address_only()
    {
        var atWork = await people.Person(kind: "work");
        var atHome = await people.Person(kind: "personal");
        var nowhere = await people.Person(email: null);
        var former = await people.Person(kind: "work");
        foreach (var person in new[] { atWork, atHome, nowhere, former })
            await Audience.Sql("insert into accounts.contact_roles (id, contact_id, role, basis, source, started_on) values (gen_random_uuid(), $1, 'partner', 'legitimate-interest', 'staff', '2025-01-01')", person);
        await Audience.Sql("update accounts.contact_roles set ended_on = '2025-06-01' where contact_id = $1", former);

        var export = await people.Export("newsletter");

        Assert.That(await people.Mailed(export), Is.EqualTo(new[] { atWork }));
        Assert.That(Counts(export), Is.EqualTo("noBasis 2, withdrawn 0, blocked 0, passive 0, restricted 0, noAddress 1"));
        Assert.That((await people.Export("partnership")).GetProperty("included").GetInt32(), Is.EqualTo(1));
        Assert.That((await people.Export("events")).GetProperty("included").GetInt32(), Is.Zero);
        await people.Says(atWork, "refused", "email.newsletter");
        Assert.That((await people.Export("newsletter")).GetProperty("included").GetInt32(), Is.Zero);
    }

    [Test]
    public async Task Alumni_are_chosen_by_programme_year_and_form()
    {
        var nurse = await Alumnus("Sairaanhoitaja", 2010, "mentor", "Terveystalo", "Esihenkilö");
        var engineer = await Alumnus("Konetekniikka", 2020, "guest-lecture", null, null);

        async Task<Guid[]> Chosen(object alumni) => await people.Mailed(await people.Export("alumni", new { q = people.Name, alumni }));

        Assert.That(await Chosen(new { programmes = new[] { "Sairaanhoitaja", "Muu" } }), Is.EqualTo(new[] { nurse }));
        Assert.That(await Chosen(new { graduatedFrom = 2015 }), Is.EqualTo(new[] { engineer }));
        Assert.That(await Chosen(new { graduatedTo = 2015, forms = new[] { "mentor" } }), Is.EqualTo(new[] { nurse }));
        Assert.That(await Chosen(new { programmes = new[] { "Sairaanhoitaja" }, graduatedFrom = 2015 }), Is.Empty);
        Assert.That(await Chosen(new { forms = new[] { "internship" } }), Is.Empty);
        Assert.That((await people.Sheet(await people.Export("alumni", new { q = people.Name, alumni = new { graduatedTo = 2015 } })))[1][4..6], Is.EqualTo(new[] { "Terveystalo", "Esihenkilö" }));
    }

    [Test]
    public async Task The_disclosure_is_kept_and_stands_on_the_timeline()
    {
        var person = await people.Willing("events");
        var export = await people.Export("events");
        var id = export.GetProperty("id").GetGuid();

        var history = await Audience.Read(await people.Officer.GetAsync("/api/v1/mailing-list-exports?limit=200"));
        var details = await Audience.Read(await people.Communications.GetAsync($"/api/v1/mailing-list-exports/{id}"));
        var disclosures = await Audience.Read(await people.Officer.GetAsync("/api/v1/disclosures?limit=200&count=true"));
        var disclosed = await Audience.Read(await people.Officer.GetAsync($"/api/v1/disclosures/{id}/contacts?count=true"));
        await using var timeline = Crm.Database.CreateCommand($"select details ->> 'name' from consent.contact_timeline where contact_id = '{person}' and kind = 'disclosure' and id = '{id}'");

        Assert.That(Ids(history), Does.Contain(id));
        Assert.That(details.GetProperty("contactFilter").GetProperty("q").GetString(), Is.EqualTo(people.Name));
        Assert.That(Ids(disclosures), Does.Contain(id));
        Assert.That(disclosed.GetProperty("items")[0].GetProperty("contactId").GetGuid(), Is.EqualTo(person));
        Assert.That(disclosed.GetProperty("total").GetInt32(), Is.EqualTo(1));
        Assert.That(await timeline.ExecuteScalarAsync(), Is.EqualTo($"Lista {people.Name}"));

        static IEnumerable<Guid> Ids(JsonElement page) => page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetGuid());
    }

    [Test]
    public async Task Each_export_and_download_is_audited_with_the_people_it_held()
    {
        var person = await people.Willing("events");
        var id = (await people.Export("events")).GetProperty("id").GetGuid();
        foreach (var what in new[] { "file", "block-list" })
            await people.Communications.GetAsync($"/api/v1/mailing-list-exports/{id}/{what}");

        await using var audit = Crm.Database.CreateCommand(
            $"select coalesce(string_agg(use_case, ' ' order by id), '') from kernel.audit_entries where kind = 'export' and entity_id = '{id}' and (contact_ids = array['{person}'::uuid] or use_case = 'GetBlockList')");
        Assert.That(await audit.ExecuteScalarAsync(), Is.EqualTo("ExportMailingList GetMailingListFile GetBlockList"));
    }

    [Test]
    public async Task A_request_that_means_something_else_is_refused()
    {
        foreach (var (change, status) in new (Action<Dictionary<string, object?>>, int)[]
        {
            (r => r["targetGroupId"] = Guid.CreateVersion7(), 422), (r => r["contactFilter"] = null, 422), (r => r["channel"] = "sms", 422), (r => r["topic"] = "weather", 422),
            (r => r["recipient"] = "mailchimp", 422), (r => r["unit"] = "library", 422), (r => r["name"] = "", 422), (r => r["purpose"] = " ", 422), (r => r["extra"] = 1, 400),
            (r => r["contactFilter"] = new { accountIds = new[] { "none" } }, 400), (r => r["contactFilter"] = new { roles = new[] { "king" } }, 422),
            (r => r["contactFilter"] = new { alumni = new { graduatedFrom = 2020, graduatedTo = 2010 } }, 422), (r => r["contactFilter"] = new { town = "Joensuu" }, 400),
        })
        {
            var request = JsonSerializer.Deserialize<Dictionary<string, object?>>(JsonSerializer.Serialize(people.Request("events")))!;
            change(request);
            var answer = await people.Communications.PostAsJsonAsync("/api/v1/mailing-list-exports", request);
            Assert.That((int)answer.StatusCode, Is.EqualTo(status), $"{JsonSerializer.Serialize(request)}: {await answer.Content.ReadAsStringAsync()}");
        }
    }

    [Test]
    public async Task An_unknown_list_is_unknown()
    {
        foreach (var path in new[] { "", "/file", "/block-list" })
            Assert.That((await people.Communications.GetAsync($"/api/v1/mailing-list-exports/{Guid.CreateVersion7()}{path}")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Nobody_can_be_listed_by_the_database_who_is_passive()
    {
        var person = await people.Person();
        await Audience.Passivate(person);
        var id = (await people.Export("events")).GetProperty("id").GetGuid();

        var listed = Assert.ThrowsAsync<Npgsql.PostgresException>(() => Audience.Sql("insert into consent.disclosed_contacts (disclosure_id, contact_id) values ($1, $2)", id, person));

        Assert.That(listed!.SqlState, Is.EqualTo("CRM09"));
    }

    private async Task<Guid> Alumnus(string programme, int graduated, string form, string? employer, string? task)
    {
        var person = await people.Willing("alumni");
        await Audience.Sql("insert into alumni.alumni (contact_id, employer, task, source, registered_at, updated_at, version) values ($1, nullif($2, ''), nullif($3, ''), 'test', now(), now(), 1)", person, employer ?? "", task ?? "");
        await Audience.Sql("insert into alumni.degrees (id, contact_id, programme, graduated_year) values (gen_random_uuid(), $1, $2, $3)", person, programme, graduated);
        await Audience.Sql("insert into alumni.interests (contact_id, form_code, added_at) values ($1, $2, now())", person, form);
        return person;
    }

    private static string Counts(JsonElement export) => string.Join(", ", export.GetProperty("excluded").EnumerateObject().Select(reason => $"{reason.Name} {reason.Value}"));
}
