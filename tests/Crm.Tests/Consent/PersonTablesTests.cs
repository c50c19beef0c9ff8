using Karelia.Crm.Consent.Erasure;
using Microsoft.Extensions.DependencyInjection;

namespace Karelia.Crm.Tests.Consent;

internal sealed class PersonTablesTests
{
    private readonly IReadOnlyList<PersonTable> all = Crm.Services.GetRequiredService<PersonTables>().All;

    [Test]
    public void Every_module_tells_of_its_tables_in_an_order_in_which_they_can_be_erased_backwards()
    {
        var names = all.Select(table => table.Table).ToList();

        Assert.That(names, Does.Contain("accounts.contacts").And.Contain("accounts.contact_emails").And.Contain("alumni.alumni").And.Contain("consent.events").And.Contain("imports.rows"));
        Assert.That(names, Is.Unique);
        Assert.That(names.IndexOf("accounts.contacts"), Is.LessThan(names.IndexOf("accounts.contact_emails")));
        Assert.That(names.IndexOf("alumni.alumni"), Is.InRange(names.IndexOf("accounts.contact_emails"), names.IndexOf("alumni.degrees")));
        Assert.That(all.Single(table => table.Table == "accounts.contact_emails").Columns.Single(column => column.Field is not null).Name, Is.EqualTo("address"));
    }

    /// <summary>The conditions on the pages are SQL that nobody compiles.</summary>
    [Test]
    public async Task Each_way_to_find_a_persons_rows_can_be_asked()
    {
        Assert.That(all.Where(table => table.Holding.Found is not null), Is.Not.Empty);
        foreach (var table in all)
        {
            foreach (var condition in new[] { table.Where, table.Holding.Shared, table.Holding.ErasedWith, table.Holding.Kept?.When, table.Holding.Kept is { } kept ? $"({kept.Until}) is null" : null })
            {
                await using var ask = Crm.Database.CreateCommand($"select count(*) from {table.Table} t where {condition ?? "true"}");
                ask.Parameters.AddRange(new Npgsql.NpgsqlParameter[] { new() { Value = new[] { Guid.CreateVersion7() } }, new() { Value = "x@y" }, new() { Value = new[] { "nobody" } } });
                Assert.That(await ask.ExecuteScalarAsync(), Is.Not.Null, table.Table);
            }
        }
    }
}
