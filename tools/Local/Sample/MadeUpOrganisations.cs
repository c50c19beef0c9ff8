namespace Karelia.Crm.Local.Sample;

/// <summary>Organisations that do not exist, the people who work there, and what was talked about with them.</summary>
internal static class MadeUpOrganisations
{
    private static readonly (string Name, string Kind, string[] Relationships, string[] CustomerKinds, string Industry, string Town, string Size, string Status)[] All =
    [
        ("Esimerkkimetsä Oy", "company", ["customer", "partner"], ["service-business", "rdi"], "02400", "Joensuu", "medium", "active"),
        ("Mallikone Oy", "company", ["customer"], ["research"], "25620", "Outokumpu", "small", "active"),
        ("Keksitty Ohjelmistotalo Oy", "company", ["customer", "network"], ["rdi"], "62010", "Joensuu", "small", "active"),
        ("Kuviteltu Energia Oyj", "company", ["partner"], [], "35111", "Kuopio", "large", "active"),
        ("Esimerkkilän kunta", "public-body", ["partner", "stakeholder"], [], "84110", "Kitee", "large", "active"),
        ("Mallilan hyvinvointialue", "public-body", ["partner"], ["service-business"], "86101", "Joensuu", "large", "active"),
        ("Tuulispään Yrittäjät ry", "association", ["network"], [], "94110", "Lieksa", "micro", "dormant"),
        ("Satumaan Matkailu Oy", "company", ["customer"], ["service-business"], "79120", "Nurmes", "micro", "prospective"),
        ("Kuvitteellinen Konserni Oy", "company", ["stakeholder"], [], "70100", "Helsinki", "large", "prospective"),
        ("Kuvitteellinen Konserni Itä Oy", "company", ["customer"], ["research", "service-business"], "70220", "Joensuu", "medium", "active"),
        ("Example Polytechnic", "educational", ["network"], [], "85420", "Uppsala", "large", "active"),
        ("Hiipunut Verkosto ry", "association", ["network"], [], "94999", "Joensuu", "micro", "ended"),
    ];

    private static readonly (string Last, string First, string Title, string Role)[] People =
    [
        ("Keksinen", "Aila", "toimitusjohtaja", "customer"), ("Mallinen", "Otso", "henkilöstöpäällikkö", "internship-contact"), ("Kuvitelma", "Silja", "kehityspäällikkö", "rdi-contact"),
        ("Satuinen", "Rasmus", "hankejohtaja", "partner"), ("Tarulainen", "Vilja", "opinnäytetöiden ohjaaja", "thesis-contact"), ("Oletus", "Manu", "myyntijohtaja", "customer"),
    ];

    private static readonly string[] Tags = ["automaatio", "robotiikka"];

    public static async Task Add(Caller manager)
    {
        var ids = new List<string>();
        foreach (var (o, i) in All.Select((o, i) => (o, i)))
        {
            var account = await manager.Send(HttpMethod.Post, "accounts", new
            {
                name = o.Name,
                kind = o.Kind,
                relationships = o.Relationships,
                customerKinds = o.CustomerKinds,
                industry = o.Industry,
                municipality = o.Town,
                sizeClass = o.Size,
                status = o.Status,
                website = "https://example.com",
                phone = $"+35813555{i:0000}",
                parentId = i == 9 ? ids[8] : null,
                addresses = new[] { new { kind = "postal", street = $"Esimerkkitie {i + 1}", postalCode = "80100", town = o.Town, country = o.Town == "Uppsala" ? "SE" : "FI" } },
            });
            ids.Add(account.Text("id"));
        }

        foreach (var (id, i) in ids.Take(11).Select((id, i) => (id, i)))
            foreach (var (last, first, title, role) in People.Skip(i % 3).Take(2 + i % 3))
                await Person(manager, id, i, last, first, title, role);
        await manager.Send(HttpMethod.Post, $"accounts/{ids[11]}/passivate", new { reason = "Toiminta on loppunut" });
    }

    private static async Task Person(Caller manager, string account, int number, string last, string first, string title, string role)
    {
        var person = await manager.Send(HttpMethod.Post, "contacts", new
        {
            lastName = $"{last}-{All[number].Town}",
            firstNames = first,
            status = number % 4 == 3 ? "dormant" : "active",
            emails = new[] { new { address = $"{first}.{last}.{number}@example.com".ToLowerInvariant(), kind = "work" } },
            phones = new[] { new { number = $"+35840555{number:00}{title.Length:00}", kind = "work" } },
        });
        var id = person.Text("id");
        await manager.Send(HttpMethod.Post, $"contacts/{id}/affiliations", new { accountId = account, title, validFrom = "2024-01-01" });
        await manager.Send(HttpMethod.Post, $"contacts/{id}/roles", new { role, basis = role == "partner" ? "contract" : "legitimate-interest", source = "Tapaaminen" });
        if (number % 2 == 0 && role is "customer" or "partner")
        {
            await manager.Send(HttpMethod.Post, "activities", new
            {
                kind = "meeting",
                subject = "Yhteistyön kevätkatsaus",
                text = "Sovittiin harjoittelupaikoista ja seuraavasta hankehausta.",
                contactIds = new[] { id },
                accountIds = new[] { account },
                need = new { text = "Osaajia tuotannon automaatioon", tags = Tags, urgency = number % 4 == 0 ? "high" : "normal" },
            });
            await manager.Send(HttpMethod.Post, "activities", new { kind = "task", subject = "Lähetä muistio", dueOn = "2026-12-01", contactIds = new[] { id }, accountIds = new[] { account } });
        }
    }
}
