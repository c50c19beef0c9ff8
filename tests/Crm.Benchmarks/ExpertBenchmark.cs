using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Karelia.Crm.Kernel;

namespace Karelia.Crm.Benchmarks;

/// <summary>The search of the expert pool at 20,000 experts: processor time of host and PostgreSQL per answer, with its reasons.</summary>
internal static class ExpertBenchmark
{
    private const int Experts = 20_000;
    private const int Rounds = 20;
    private const double MostMilliseconds = 100;

    private static readonly string[] Questions =
    [
        "metsätalouden", "testaus", "testiautomaatio", "ohjelmistotestuas", "teaching", "digitaalinen markkinointi", "met", "hoitotyö simulaatio&town=Nurmes", "metsätalous&mailable=false&language=en",
    ];

    public static async Task Run(Stack stack)
    {
        await Add(stack);
        using var coordinator = stack.As(Role.ExpertCoordinator);
        Console.WriteLine($"experts: search among {Experts} experts; processor time in milliseconds (limit {MostMilliseconds})");
        foreach (var question in Questions)
        {
            var hits = await Ask(coordinator, question);
            await Ask(coordinator, question);
            var start = await stack.Cpu();
            for (var round = 0; round < Rounds; round++)
                await Ask(coordinator, question);
            var used = (await stack.Cpu() - start) * 1000 / Rounds;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {(used <= MostMilliseconds ? " " : "!")} {used,6:0.0}  {question}: {hits} on the first page"));
        }
    }

    private static async Task<int> Ask(HttpClient client, string question)
    {
        using var answer = await client.GetAsync($"/api/v1/experts?q={question}");
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>()).GetProperty("items").GetArrayLength();
    }

    /// <summary>Texts of six sentences out of thirty, each with words that nobody else has, so that the vocabulary is as long as a real one.</summary>
    private static async Task Add(Stack stack)
    {
        foreach (var sql in new[]
        {
            $$"""
            create table pool as select i, uuidv7() as id from generate_series(1, {{Experts}}) i;
            insert into accounts.contacts (id, last_name, first_names, language, town, is_passive, version, created_at, updated_at)
            select id, 'Osaaja' || i, 'Aino', 'fi', case when i % 50 = 0 then 'Nurmes' else 'Joensuu' end, false, 1, now(), now() from pool;
            insert into accounts.contact_emails (id, contact_id, address, kind, is_primary) select uuidv7(), id, 'osaaja' || i || '@example.com', 'personal', true from pool;
            insert into accounts.contact_roles (id, contact_id, role, basis, source, started_on) select uuidv7(), id, 'expert', 'consent', 'webropol', '2025-01-01' from pool;
            insert into consent.events (id, contact_id, purpose, kind, source, at, recorded_at, user_id, user_name) select uuidv7(), id, 'expert-pool', 'given', 'webropol', now(), now(), id, 'Test' from pool;
            insert into experts.experts (contact_id, competence, tags, fields, forms, languages, source, registered_at, updated_at, version)
            select id, (select string_agg(s.text, ' ') from (
                    select t.text from unnest(array[
                        'Kestävä metsätalous ja metsän uudistaminen, vuosia metsänhoitoyhdistyksessä.', 'Ohjelmistotestaus ja jatkuva integraatio; kouluttanut ryhmiä.',
                        'Gerontologinen hoitotyö, muistisairaan kohtaaminen, simulaatio-opetus.', 'Digitaalinen markkinointi, hakukoneoptimointi, sisällöntuotanto.',
                        'Palvelumuotoilu ja asiakasymmärrys; työpajat suomeksi ja englanniksi.', 'Bioenergia, pienet laitokset, energiakatselmukset.', 'Työhyvinvointi ja muutosjohtaminen.',
                        'Teollinen internet, anturidata ja ennakoiva kunnossapito.', 'Lastensuojelu, perhetyö, dialogiset menetelmät.', 'Yrityksen talousohjaus, budjetointi, raportointi.',
                        'Coaching leaders in agile organisations.', 'Has been teaching project management for years.', 'Tietoturvan hallinta ja riskiarvioinnit.', 'Tapahtumatuotanto ja yleisötyö.',
                        'Luontomatkailun kehittäminen ja tuotteistaminen.', 'Julkisten hankintojen kilpailutus.', 'Rakennusfysiikka ja korjausrakentaminen.', 'Elintarviketurvallisuus ja omavalvonta.'
                    ]) with ordinality t(text, n) order by hashtext(t.text || i) limit 3) s) || ' Erikoisala' || i % 7000 || ' ja sana' || md5(i::text),
                   case when i % 10 = 0 then '{software-testing}'::text[] else '{}' end, '{technology}', '{lectures}', case when i % 3 = 0 then '{fi,en}'::text[] else '{fi}' end, 'webropol', now(), now(), 1 from pool
            """,
            "drop table pool",
            "vacuum analyze",
        })
        {
            await stack.Sql(sql);
        }
    }
}
