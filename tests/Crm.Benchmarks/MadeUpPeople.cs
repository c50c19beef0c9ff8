namespace Karelia.Crm.Benchmarks;

/// <summary>People by the hundred thousand, made by the database itself: one in two an alumnus who said yes to the alumni letter, others who said no, are blocked, passive or bounce.</summary>
internal static class MadeUpPeople
{
    /// <summary>Adds so many, half of whom may be written to about alumni matters.</summary>
    public static async Task Add(Stack stack, int count)
    {
        var alumni = count * 3 / 5;
        foreach (var sql in new[]
        {
            $"""
            create table people as select i, uuidv7() as id from generate_series(1, {count}) i;
            insert into accounts.contacts (id, last_name, first_names, called_name, language, town, is_passive, version, created_at, updated_at)
            select id, 'Testi' || chr(65 + i % 26) || i, 'Aino ' || i, case when i % 2 = 0 then 'Aino' end, case when i % 9 = 0 then 'en' else 'fi' end, case when i % 50 = 0 then 'Nurmes' else 'Joensuu' end, false, 1, now(), now() - i * interval '1 minute' from people;
            insert into accounts.contact_emails (id, contact_id, address, kind, is_primary, undeliverable_since)
            select uuidv7(), id, 'person' || i || '@example.com', 'personal', true, case when i % 60 = 7 then now() end from people;
            insert into accounts.contact_roles (id, contact_id, role, basis, source, started_on) select uuidv7(), id, 'alumnus', 'consent', 'webropol', '2025-01-01' from people where i <= {alumni};
            insert into alumni.alumni (contact_id, former_last_name, employer, task, source, registered_at, updated_at, version)
            select id, case when i % 4 = 0 then 'Mallikas' || i end, 'Esimerkki Oy ' || i % 5000, 'Kehittäjä ' || i % 300, 'webropol', now(), now() - i * interval '1 minute', 1 from people where i <= {alumni};
            insert into alumni.degrees (id, contact_id, programme, title, graduated_year)
            select uuidv7(), id, 'Ohjelma ' || i % 40, case when i % 2 = 0 then 'Tradenomi (AMK)' else 'Insinööri (AMK)' end, 1995 + i / 60 % 30 from people where i <= {alumni};
            insert into alumni.interests (contact_id, form_code, added_at) select id, 'mentor', now() from people where i <= {alumni} and i % 3 = 0
            """,
            Say("alumni", "given", $"i <= {alumni}"), Say("email.alumni", "given", $"i <= {alumni}"), Say("email.events", "given", $"i <= {alumni}"),
            Say("email.alumni", "withdrawn", $"i <= {alumni} and i % 60 in (1, 2, 3, 4)"),
            $"insert into consent.blocks (id, contact_id, reason, set_at, set_by_id, set_by) select uuidv7(), id, 'No', now(), id, 'Test' from people where i <= {alumni} and i % 60 in (5, 6)",
            $"update accounts.contacts c set is_passive = true, passive_reason = 'x', passive_since = now() from people p where p.id = c.id and i <= {alumni} and i % 60 in (8, 9, 10)",
            "drop table people",
            "vacuum analyze",
        })
        {
            await stack.Sql(sql);
        }
    }

    /// <summary>Organisations, and a place in one for half of the people.</summary>
    public static async Task AddOrganisations(Stack stack, int count)
    {
        await stack.Sql($"""
            create table places as select i, uuidv7() as id from generate_series(0, {count - 1}) i;
            insert into accounts.accounts (id, name, kind, relationships, customer_kinds, municipality, is_passive, version, created_at, updated_at)
            select id, 'Esimerkki ' || chr(65 + i % 26) || i || ' Oy', 'company', array['customer'], array['rdi'], 'Joensuu', false, 1, now(), now() - i * interval '1 minute' from places;
            insert into accounts.affiliations (id, contact_id, account_id, title, is_primary)
            select uuidv7(), c.id, p.id, 'Kehittäjä', true from (select id, row_number() over () as n from accounts.contacts where not is_passive) c join places p on p.i = c.n % {count} where c.n % 2 = 0;
            drop table places
            """);
        await stack.Sql("vacuum analyze");
    }

    private static string Say(string purpose, string kind, string who) => $"""
        insert into consent.events (id, contact_id, purpose, kind, source, file_name, row, at, recorded_at, user_id, user_name)
        select uuidv7(), id, '{purpose}', '{kind}', 'webropol', 'a.xlsx', i, now(), now(), id, 'Test' from people where {who}
        """;
}
