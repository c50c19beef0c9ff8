using System.Globalization;
using System.Text.RegularExpressions;
using Karelia.Crm.Kernel;
using Npgsql;

namespace Karelia.Crm.Benchmarks;

/// <summary>
/// Every filter and order of the lists at 200,000 people: the plans of the very SQL that the host ran, as PostgreSQL's own log tells them, and which of them read a table of more than
/// 1,000 rows from end to end. A smaller table is read soonest as it lies.
/// </summary>
internal static partial class PlanBenchmark
{
    private const int People = 200_000;
    private const int BigTable = 1000;
    private const int MuchRead = 10_000;

    /// <summary>What each list is asked: nothing, and each filter and each order alone.</summary>
    private static readonly (string Role, string List, string[] Asked)[] Lists =
    [
        (Role.CustomerManager, "contacts",
        [
            "", "sort=-name", "sort=updatedAt", "sort=-updatedAt", "sort=town", "sort=-town", "q=testia1234", "q=aino", "q=person1999", "q=löytymätön", "email=person1999", "phone=040 1234", "phone=7654321",
            "employer=esimerkki a26", "employer=löytymätön", "title=kehittäjä", "title=löytymätön", "role=alumnus", "role=expert", "group=alumni", "group=experts", "status=active", "ownerId={id}", "unowned=true", "unowned=false", "accountId={account}", "accountId={id}",
            "unaffiliated=true", "unaffiliated=false", "town=nurmes", "town=löytymätön", "passive=true", "passive=false", "language=en", "language=sv", "updatedFrom=2026-11-20", "updatedTo=2020-01-01", "from=t", "from=ö", "count=true", "role=alumnus&count=true",
        ]),
        (Role.CustomerManager, "accounts",
        [
            "", "sort=-name", "sort=updatedAt", "sort=-updatedAt", "sort=municipality", "sort=-municipality", "q=esimerkki a26", "q=löytymätön", "kind=company", "kind=association", "kind=educational", "kind=other", "relationship=customer", "relationship=network",
            "relationship=stakeholder", "relationship=partner", "customerKind=rdi", "customerKind=service-business", "customerKind=research", "status=active", "status=dormant", "status=ended", "industry=62", "industry=01", "industry=99", "municipality=joensuu", "municipality=nurmes",
            "municipality=löytymätön", "sizeClass=micro", "sizeClass=large", "sizeClass=medium", "phone=7654321", "ownerId={id}", "unowned=true", "unowned=false", "parentId={id}", "unpeopled=true", "unpeopled=false", "passive=true", "passive=false",
            "updatedFrom=2026-11-20", "updatedTo=2020-01-01", "from=t", "from=ö", "kind=association&status=active", "count=true",
        ]),
        (Role.CustomerManager, "activities",
        [
            "", "sort=at", "sort=-at", "sort=dueOn", "sort=-dueOn", "sort=createdAt", "sort=-createdAt", "q=soitto 4711", "q=soitto", "q=löytymätön", "kind=note", "kind=task", "contactId={contact}", "contactId={id}", "accountId={account}", "accountId={id}", "assigneeId={id}",
            "mine=true", "open=true", "open=false", "dueBefore=2020-01-01", "open=true&dueBefore=2020-01-01", "count=true",
        ]),
        (Role.CustomerManager, "needs", ["", "sort=heardOn", "q=tarve 4711", "q=löytymätön", "accountId={account}", "field=06", "tag=robotiikka", "tag=löytymätön", "urgency=high", "heardFrom=2030-01-01", "heardTo=2000-01-01", "count=true"]),
        (Role.CustomerManager, "contacts/{contact}", ["", "timeline"]),
        (Role.CustomerManager, "duplicates", ["", "kind=account", "exact=true", "exact=false", "dismissed=true", "reason=same-email", "count=true"]),
        (Role.CustomerManager, "merges", ["", "contactId={contact}", "accountId={account}"]),
        (Role.CustomerManager, "my-work", [""]),
        (Role.AlumniCoordinator, "alumni",
        [
            "", "sort=-name", "sort=graduated", "sort=-graduated", "sort=-updatedAt", "q=testia1234", "q=aino", "q=person1999", "q=löytymätön", "programme=Ohjelma 7", "programme=x", "degree=Tradenomi (AMK)", "degree=x", "graduatedFrom=2020", "graduatedFrom=2100",
            "graduatedTo=1996", "form=mentor", "form=networking", "town=Nurmes", "town=x", "mailable=true", "mailable=false", "passive=true", "passive=false", "count=true",
        ]),
        (Role.AlumniCoordinator, "alumni/facets", [""]),
        (Role.AlumniCoordinator, "imports", ["", "state=committed"]),
        (Role.DataProtectionOfficer, "data-subject-requests",
        [
            "", "sort=-dueOn", "sort=receivedAt", "sort=-receivedAt", "state=received", "state=decided", "kind=access", "kind=portability", "open=true", "open=false", "overdue=true", "overdue=false", "assigneeId={id}", "contactId={contact}", "count=true",
        ]),
        (Role.DataProtectionOfficer, "erasure-queue", ["", "state=done", "count=true"]),
        (Role.DataProtectionOfficer, "erasure-certificates", [""]),
        (Role.DataProtectionOfficer, "restrictions", [""]),
        (Role.DataProtectionOfficer, "disclosures", [""]),
        (Role.DataProtectionOfficer, "audit-events", ["", "entity=Contact", "id={contact}", "user=crm", "from=2030-01-01", "to=2000-01-01"]),
        (Role.DataProtectionOfficer, "consents/renewals", [""]),
        (Role.Communications, "mailing-list-exports", [""]),
        (Role.Communications, "mailing-list-exports/drift", [""]),
        (Role.Communications, "target-groups", [""]),
    ];

    [GeneratedRegex(@"Seq Scan on (?<table>\S+)[^\n]*actual rows=(?<rows>[\d.]+) loops=(?<loops>\d+)\)(?:\s+Filter: (?<filter>[^\n]+))?(?:\s+Rows Removed by Filter: (?<removed>\d+))?")]
    private static partial Regex Scans { get; }

    public static async Task Run(Stack stack)
    {
        await MadeUpPeople.Add(stack, People);
        await MadeUpPeople.AddOrganisations(stack, People / 10);
        await AddWork(stack);
        await Explain(stack);
        var big = await Read(stack, $"select relname, reltuples::bigint from pg_class where relkind = 'r' and reltuples >= {BigTable} and relnamespace <> 'pg_catalog'::regnamespace");
        var small = await Read(stack, $"select relname, n_live_tup from pg_stat_user_tables where n_live_tup between 1 and {BigTable - 1}");
        var ids = new Dictionary<string, string>
        {
            ["{contact}"] = (await Read(stack, "select contact_id::text, 1::bigint from accounts.affiliations limit 1")).Keys.Single(),
            ["{account}"] = (await Read(stack, "select account_id::text, 1::bigint from accounts.affiliations limit 1")).Keys.Single(),
            ["{id}"] = Guid.CreateVersion7().ToString(),
        };
        Console.WriteLine($"plans: {People} people; scans from end to end of tables of {BigTable} rows and more, by how many rows were read");
        Console.WriteLine($"  smaller, and not judged: {string.Join(", ", small.OrderBy(table => table.Key, StringComparer.Ordinal).Select(table => $"{table.Key} {table.Value}"))}");
        var (asked, bad) = (0, 0);
        foreach (var (role, list, questions) in Lists)
        {
            using var client = stack.As(role);
            foreach (var words in questions)
            {
                asked++;
                bad += await Ask(stack, client, big, ids.Aggregate(words is "timeline" ? $"{list}/{words}" : $"{list}?{words}", (path, id) => path.Replace(id.Key, id.Value, StringComparison.Ordinal)));
            }
        }

        Console.WriteLine($"plans: {asked} requests, {bad} scans from end to end");
        if (bad > 0)
            Environment.ExitCode = 1;
    }

    /// <summary>How many tables it read from end to end, or 1 when it was refused.</summary>
    private static async Task<int> Ask(Stack stack, HttpClient client, Dictionary<string, long> big, string path)
    {
        var before = await LogLength(stack);
        using var answer = await client.GetAsync($"/api/v1/{path}");
        if (!answer.IsSuccessStatusCode)
        {
            Console.WriteLine($"  ? {path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            return 1;
        }

        var bad = 0;
        var log = await Log(stack, before);
        foreach (var scan in Scans.Matches(log).Where(scan => big.ContainsKey(scan.Groups["table"].Value)).DistinctBy(scan => (scan.Groups["table"].Value, scan.Groups["filter"].Value)))
        {
            var loops = Number(scan, "loops");
            var read = (Number(scan, "rows") + Number(scan, "removed")) * loops;
            var all = big[scan.Groups["table"].Value];
            // Who fills a page soon and stops has read little of the table.
            if (read < Math.Min(all / 2, MuchRead))
                continue;
            bad++;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  ! {path}: {scan.Groups["table"].Value}, {read:0} of {all} rows; {scan.Groups["filter"].Value.TrimEnd()}"));
        }

        return bad;

        static double Number(Match scan, string group) => scan.Groups[group] is { Success: true, Value: var value } ? double.Parse(value, CultureInfo.InvariantCulture) : 0;
    }

    /// <summary>Sessions from now on write each plan to the server's log.</summary>
    private static async Task Explain(Stack stack)
    {
        foreach (var setting in new[] { "session_preload_libraries = 'auto_explain'", "auto_explain.log_min_duration = 0", "auto_explain.log_analyze = on", "auto_explain.log_timing = off", "auto_explain.log_nested_statements = on", "jit = off" })
            await stack.Sql($"alter database crm set {setting}");
        NpgsqlConnection.ClearAllPools();
        await stack.Sql("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");
        using var client = stack.As(Role.Reader);
        for (var attempt = 0; attempt < 50 && !(await client.GetAsync("/api/v1/me")).IsSuccessStatusCode; attempt++)
            await Task.Delay(200);
    }

    private static async Task<long> LogLength(Stack stack) => (await Read(stack, "select 'log', size from pg_stat_file('../server.log')"))["log"];

    private static async Task<string> Log(Stack stack, long from)
    {
        await using var command = stack.Database.CreateCommand($"select pg_read_file('../server.log', {from}, 50000000)");
        return (string)(await command.ExecuteScalarAsync())!;
    }

    private static async Task<Dictionary<string, long>> Read(Stack stack, string sql)
    {
        await using var command = stack.Database.CreateCommand(sql);
        await using var rows = await command.ExecuteReaderAsync();
        var read = new Dictionary<string, long>();
        while (await rows.ReadAsync())
            read[rows.GetString(0)] = rows.GetInt64(1);
        return read;
    }

    /// <summary>Activities, needs, phones and duplicates, as many as years of work leave; organisations of common and of rare kinds; requests of people are some hundreds at most.</summary>
    private static async Task AddWork(Stack stack)
    {
        await stack.Sql($"""
            insert into accounts.contact_phones (id, contact_id, number, kind, is_primary) select uuidv7(), id, '+35840' || (1000000 + row_number() over ()), 'mobile', true from accounts.contacts where not is_passive;
            update accounts.accounts a set
                kind = case when n % 1000 = 0 then 'educational' when n % 10 = 0 then 'association' else 'company' end,
                relationships = array[case when n % 1000 = 1 then 'stakeholder' when n % 20 = 0 then 'network' else 'customer' end],
                customer_kinds = array[case when n % 500 = 2 then 'service-business' else 'rdi' end],
                status = case when n % 700 = 3 then 'ended' when n % 15 = 0 then 'dormant' when n % 2 = 0 then 'active' end,
                industry = case when n % 900 = 4 then '01110' when n % 4 = 0 then '62010' end,
                municipality = case when n % 800 = 5 then 'Nurmes' else 'Joensuu' end,
                size_class = case when n % 600 = 6 then 'large' when n % 3 = 0 then 'micro' end
            from (select id, row_number() over (order by id) n from accounts.accounts) x where x.id = a.id;
            insert into accounts.activities (id, kind, subject, text, at, due_on, done_at, created_by_id, created_by, version, created_at, updated_at)
            select uuidv7(), (array['note', 'call', 'email', 'meeting', 'task'])[1 + i % 5], 'Soitto ' || i, 'Sovittiin', now() - i * interval '1 minute', case when i % 5 = 4 then current_date - i % 900 end,
                   case when i % 25 <> 4 and i % 5 = 4 then now() end, uuidv7(), 'Test', 1, now() - i * interval '1 minute', now() from generate_series(1, 300000) i;
            insert into accounts.activity_contacts (id, activity_id, contact_id) select uuidv7(), a.id, c.id from (select id, row_number() over () n from accounts.activities) a join (select id, row_number() over () n from accounts.contacts where not is_passive) c using (n);
            insert into accounts.activity_accounts (id, activity_id, account_id) select uuidv7(), a.id, c.id from (select id, row_number() over () n from accounts.activities) a join (select id, row_number() over () n from accounts.accounts) c on c.n = 1 + a.n % {People / 10};
            insert into accounts.needs (id, account_id, text, field, tags, urgency, heard_on, created_by_id, created_by, version, created_at, updated_at)
            select uuidv7(), a.id, 'Tarve ' || n, case when n % 40 = 0 then '06' end, array[case when n % 50 = 0 then 'robotiikka' else 'koodaus' end], case when n % 30 = 0 then 'high' else 'normal' end, current_date - (n % 2000)::int, uuidv7(), 'Test', 1, now(), now()
            from (select id, row_number() over () n from accounts.accounts) a;
            insert into consent.requests (id, kind, channel, state, language, contact_id, received_at, due_on, extended_months, reminders, version)
            select uuidv7(), (array['access', 'erasure', 'objection', 'rectification'])[1 + n % 4], 'staff', case when n % 100 = 0 then 'received' else 'answered' end, 'fi', id, now() - n * interval '1 day', current_date - n::int, 0, 3, 1
            from (select id, row_number() over () n from accounts.contacts limit 900) c;
            insert into accounts.duplicates (kind, first_id, second_id, reasons, is_exact, found_at, dismissed_at)
            select 'contact', least(id, other), greatest(id, other), array['similar-name'], n % 50 = 0, now(), case when n % 100 = 1 then now() end from (select id, lag(id) over (order by id) as other, row_number() over () n from accounts.contacts where not is_passive limit 20000) c where other is not null
            """);
        await stack.Sql("vacuum analyze");
    }
}
