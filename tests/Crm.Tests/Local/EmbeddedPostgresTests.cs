using Karelia.Crm.Local;
using Npgsql;

namespace Karelia.Crm.Tests.Local;

internal sealed class EmbeddedPostgresTests
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"crm-embedded-{Guid.CreateVersion7():n}");

    [TearDown]
    public void Clean() => Directory.Delete(folder, recursive: true);

    [Test]
    public async Task A_second_start_finds_what_the_first_one_left()
    {
        await using (var first = await EmbeddedPostgres.Start(folder))
        {
            Assert.That(first.IsNew);
            await Ask<object>(first, "create table kept as select 7 as number");
        }
        await using var second = await EmbeddedPostgres.Start(folder);
        Assert.That(second.IsNew, Is.False);
        Assert.That(await Ask<int>(second, "select number from kept"), Is.EqualTo(7));
    }

    [Test]
    public async Task It_sorts_and_searches_as_Finnish_does_and_keeps_what_it_acknowledges()
    {
        await using var postgres = await EmbeddedPostgres.Start(folder);

        Assert.That(await Ask<string>(postgres, "select string_agg(x, '' order by x) from unnest(array['Ö','Å','W','Z','Ä','V','A']) x"), Is.EqualTo("AVWZÅÄÖ"));
        Assert.That(await Ask<bool>(postgres, "create extension pg_trgm; select show_trgm('Äijälä') is not null and 'Äijälä' % 'äijäla'"));
        Assert.That(await Ask<string>(postgres, "select string_agg(setting, ' ') from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit')"), Is.EqualTo("on on on"));
        Assert.That(await Ask<string>(postgres, "show listen_addresses"), Is.EqualTo("127.0.0.1"));
    }

    [Test]
    public async Task A_data_folder_serves_one_at_a_time()
    {
        await using var postgres = await EmbeddedPostgres.Start(folder);
        Assert.That(async () => await EmbeddedPostgres.Start(folder), Throws.InvalidOperationException.With.Message.Contains("is in use"));
    }

    private static async Task<T?> Ask<T>(EmbeddedPostgres postgres, string sql)
    {
        await using var connection = new NpgsqlConnection(postgres.ConnectionString("crm") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (T?)await command.ExecuteScalarAsync();
    }
}
