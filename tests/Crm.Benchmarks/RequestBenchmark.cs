using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Karelia.Crm.Kernel;

namespace Karelia.Crm.Benchmarks;

/// <summary>Requests that staff make all day, at 200,000 people and 20,000 organisations: processor time of host and PostgreSQL a request, beside the same SQL through Npgsql alone.</summary>
internal static class RequestBenchmark
{
    private const int People = 200_000;
    // A host that has run since the morning: what it calls most is compiled for good.
    private const int Warm = 200;
    private const int Rounds = 100;

    private const string Page = """
        select c.id, c.last_name, c.first_names, c.called_name, (select e.address from accounts.contact_emails e where e.contact_id = c.id and e.is_primary limit 1),
               (select p.number from accounts.contact_phones p where p.contact_id = c.id and p.is_primary limit 1), c.town,
               (select a.name from accounts.affiliations f join accounts.accounts a on a.id = f.account_id where f.contact_id = c.id and f.is_primary limit 1),
               (select f.title from accounts.affiliations f where f.contact_id = c.id and f.is_primary limit 1), c.status, c.owner_id, c.owner_name,
               array(select r.role from accounts.contact_roles r where r.contact_id = c.id and r.ended_on is null order by r.role), c.is_passive, c.updated_at
        from accounts.contacts c where c.erased_at is null and c.restricted_at is null and c.merged_into_id is null
        """;

    // Who looked at whom is written down with each look at people: it is a part of the same SQL.
    private const string Logged = """
        ; insert into kernel.audit_entries (at, user_id, user_name, use_case, kind, entity, entity_id, contact_ids, value_hash)
        select now(), id, 'Benchmark', 'Raw', 'read', 'contact', id, array[id], null from (select id from accounts.contacts limit 1) c
        """;

    public static async Task Run(Stack stack)
    {
        await MadeUpPeople.Add(stack, People);
        await MadeUpPeople.AddOrganisations(stack, People / 10);
        using var manager = stack.As(Role.CustomerManager);
        var deep = await DeepCursor(manager, 100);
        var (name, id) = await Person(stack, "select sort_name, id from accounts.contacts where merged_into_id is null order by sort_name, id offset 5000 limit 1");
        Console.WriteLine($"requests: {People} people, {People / 10} organisations; processor time of one, in milliseconds");
        var first = await Measure(stack, "list, first page", 7, Get("contacts"), $"{Page} order by c.sort_name, c.id limit 51{Logged}");
        var deepest = await Measure(stack, "list, page 101", 7, Get($"contacts?cursor={deep}"), $"{Page} and (c.sort_name, c.id) > ('{name}', '{id}') order by c.sort_name, c.id limit 51{Logged}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  page 101 costs {deepest / first:0.00} times the first (limit 1.3)"));
        await Measure(stack, "list, by role", 7, Get("contacts?role=alumnus"), $"{Page} and exists (select 1 from accounts.contact_roles r where r.contact_id = c.id and r.role = 'alumnus' and r.ended_on is null) order by c.sort_name, c.id limit 51{Logged}");
        await Measure(stack, "organisations, first page", 7, Get("accounts"), """
            select a.id, a.name, a.business_id, a.kind, a.relationships, a.customer_kinds, a.industry, a.municipality, a.size_class, a.phone, a.website, a.status, a.owner_id, a.owner_name,
                   (select count(*) from accounts.affiliations f where f.account_id = a.id and f.valid_to is null), a.is_passive, a.updated_at
            from accounts.accounts a where a.merged_into_id is null order by a.sort_name, a.id limit 51
            """);
        await Measure(stack, "search, rare", 3, Get("search?q=testia1234"), await Searches(stack, "testia1234"));
        await Measure(stack, "search, common", 3, Get("search?q=aino"), await Searches(stack, "aino"));
        await Measure(stack, "one person", 7, Get($"contacts/{id}"), $"""
            select * from accounts.contacts where id = '{id}'; select * from accounts.contact_emails where contact_id = '{id}'; select * from accounts.contact_phones where contact_id = '{id}';
            select * from accounts.contact_roles where contact_id = '{id}'; select * from accounts.affiliations f join accounts.accounts a on a.id = f.account_id where f.contact_id = '{id}';
            select * from accounts.status_changes where contact_id = '{id}'{Logged}
            """);
        await Measure(stack, "timeline", 7, Get($"contacts/{id}/timeline"), $"""
            select * from (select at, kind, id, by_name, details from accounts.contact_timeline where contact_id = '{id}' union all select at, kind, id, by_name, details from alumni.contact_timeline where contact_id = '{id}'
            union all select at, kind, id, by_name, details from consent.contact_timeline where contact_id = '{id}' union all select at, kind, id, by_name, details from imports.contact_timeline where contact_id = '{id}') t
            order by at desc, id desc limit 51{Logged}
            """);
        await Measure(
            stack, "create", 7,
            async () => (await manager.PostAsJsonAsync("/api/v1/contacts", new { lastName = "Uusi", firstNames = "Aino", emails = new[] { new { address = $"{Guid.CreateVersion7()}@example.com" } } })).EnsureSuccessStatusCode(),
            """
            with c as (insert into accounts.contacts (id, last_name, first_names, language, is_passive, version, created_at, updated_at) values (uuidv7(), 'Uusi', 'Aino', 'fi', false, 1, now(), now()) returning id)
            insert into accounts.contact_emails (id, contact_id, address, kind, is_primary) select uuidv7(), id, id || '@example.com', 'personal', true from c;
            with e as (insert into kernel.audit_entries (at, user_id, user_name, use_case, kind, entity, entity_id, contact_ids, value_hash)
            select now(), c.id, 'Benchmark', 'Raw', 'create', 'contact', c.id, array[c.id], sha256('x') from (select id from accounts.contacts limit 1) c, generate_series(1, 2) returning id, entity_id)
            insert into kernel.audit_values (entry_id, contact_id, salt, payload) select id, entity_id, sha256('x'), '{"LastName": [null, "Uusi"], "FirstNames": [null, "Aino"]}' from e
            """);

        Func<Task> Get(string path) => async () =>
        {
            using var answer = (await manager.GetAsync($"/api/v1/{path}")).EnsureSuccessStatusCode();
            await answer.Content.ReadAsByteArrayAsync();
        };
    }

    /// <summary>The same question to each view that the search asks of a word.</summary>
    private static async Task<string> Searches(Stack stack, string word)
    {
        await using var views = stack.Database.CreateCommand("select format('%I.%I', schemaname, viewname) from pg_views where viewname ~ '_search_entry$' and viewname not like '%phone%'");
        await using var reader = await views.ExecuteReaderAsync();
        var searches = new List<string>();
        while (await reader.ReadAsync())
        {
            searches.Add($"""
                select kind, id, title, subtitle, roles, is_passive, shown_on, shown_on_id from (
                    select e.*, e.search_text like accounts.fold('{word}') || '%' as begins from {reader.GetString(0)} e
                    where e.search_text like accounts.fold('%{word}%') and (e.only_for is null or e.only_for = any(array['Crm.Reader'])) order by e.sort_key limit 100) e
                order by is_passive, begins desc, sort_key, id limit 8
                """);
        }

        return string.Join("; ", searches) + Logged;
    }

    /// <summary>Processor milliseconds of one request.</summary>
    private static async Task<double> Measure(Stack stack, string name, double limit, Func<Task> request, string sql)
    {
        for (var warm = 0; warm < Warm; warm++)
        {
            await Ours();
            await Raw(stack, sql);
        }

        var start = await stack.Cpu();
        for (var round = 0; round < Rounds; round++)
            await Ours();
        var ours = (await stack.Cpu() - start) * 1000 / Rounds;
        start = await stack.Cpu();
        var own = Environment.CpuUsage.TotalTime;
        for (var round = 0; round < Rounds; round++)
            await Raw(stack, sql);
        var raw = (await stack.Cpu() - start + (Environment.CpuUsage.TotalTime - own).TotalSeconds) * 1000 / Rounds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {(ours <= limit * raw ? " " : "!")} {name}: {ours:0.00}; the SQL alone {raw:0.00}; ratio {ours / raw:0.0} (limit {limit})"));
        return ours;

        // A caller has 100 requests a second; waiting costs no processor time.
        async Task Ours()
        {
            await Task.Delay(11);
            await request();
        }
    }

    private static async Task Raw(Stack stack, string sql)
    {
        await using var command = stack.Database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        do
        {
            var row = new object[reader.FieldCount];
            while (await reader.ReadAsync())
                reader.GetValues(row);
        }
        while (await reader.NextResultAsync());
    }

    private static async Task<string> DeepCursor(HttpClient client, int pages)
    {
        var cursor = "";
        for (var page = 0; page < pages; page++)
            cursor = "&cursor=" + (await client.GetFromJsonAsync<JsonElement>($"/api/v1/contacts?limit=50{cursor}")).GetProperty("nextCursor").GetString();
        return cursor["&cursor=".Length..];
    }

    private static async Task<(string Name, Guid Id)> Person(Stack stack, string sql)
    {
        await using var command = stack.Database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return (reader.GetString(0), reader.GetGuid(1));
    }
}
