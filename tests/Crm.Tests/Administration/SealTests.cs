using Karelia.Crm.Administration.Audit;
using Karelia.Crm.Kernel.Audit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Karelia.Crm.Tests.Administration;

/// <summary>In a database of their own: here evidence is tampered with.</summary>
internal sealed class SealTests
{
    private const string Columns = "id, at, user_id, user_name, use_case, kind, entity, entity_id, contact_ids, value_hash";
    private readonly string copy = Path.Combine(Path.GetTempPath(), $"seals-{Guid.CreateVersion7():N}");
    private NpgsqlDataSource database = null!;
    private Seals seals = null!;

    [SetUp]
    public async Task MakeADatabase()
    {
        var name = $"seals_{Guid.CreateVersion7():N}";
        await using (var create = Crm.Database.CreateCommand($"create database {name}"))
            await create.ExecuteNonQueryAsync();
        database = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(Crm.Services.GetRequiredService<IConfiguration>().GetConnectionString("Crm")) { Database = name }.ConnectionString);
        await Execute("create schema kernel");
        foreach (var file in new[] { "audit.sql", "seals.sql" })
        {
            using var sql = new StreamReader(typeof(Evidence).Assembly.GetManifestResourceStream(file)!);
            await Execute(await sql.ReadToEndAsync());
        }

        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Seals:Copy", copy)]).Build();
        seals = new(database, [new("kernel.audit_entries", Columns)], settings, TimeProvider.System, NullLogger<Seals>.Instance);
    }

    [TearDown]
    public async Task DropIt()
    {
        seals.Dispose();
        await database.DisposeAsync();
        File.Delete(copy);
    }

    [Test]
    public async Task Rows_are_sealed_in_a_chain_that_holds()
    {
        for (var i = 0; i < 3; i++)
        {
            await Log($"Case{i}");
            await SealAll();
        }

        Assert.That(await Scalar("select count(*) from kernel.seals"), Is.GreaterThanOrEqualTo(3L));
        Assert.That(await Scalar("select sum(row_count)::bigint from kernel.seals"), Is.EqualTo(3L));
        Assert.That(await seals.Verify(default), Is.Empty);
    }

    [TestCase("update kernel.audit_entries set user_name = 'Nobody' where use_case = 'Second'")]
    [TestCase("delete from kernel.audit_entries where use_case = 'Second'")]
    [TestCase("update kernel.audit_entries set tx = '3' where use_case = 'Second'")]
    [TestCase("insert into kernel.audit_entries (tx, at, user_id, user_name, use_case, kind, entity, contact_ids) select tx, at, user_id, user_name, 'Planted', kind, entity, contact_ids from kernel.audit_entries limit 1")]
    [TestCase("delete from kernel.seals where number = 2")]
    [TestCase("update kernel.seals set digest = sha256('x') where number = 2")]
    public async Task Tampering_is_found(string tampering)
    {
        foreach (var useCase in new[] { "First", "Second", "Third" })
        {
            await Log(useCase);
            await SealAll();
        }

        await Execute($"set session_replication_role = replica; {tampering}");

        Assert.That(await seals.Verify(default), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task One_changed_byte_names_the_seal_and_the_row()
    {
        foreach (var useCase in new[] { "First", "Second", "Third" })
        {
            await Log(useCase);
            await SealAll();
        }

        var id = await Scalar("select id::text from kernel.audit_entries where use_case = 'Second'");
        await Execute("set session_replication_role = replica; update kernel.audit_entries set use_case = 'Secone' where use_case = 'Second'");

        var fault = (await seals.Faults(default)).Single();
        Assert.That(fault.Table, Is.EqualTo("kernel.audit_entries"));
        Assert.That(fault.Seal, Is.EqualTo(await Scalar($"select number from kernel.seals s join kernel.audit_entries e on e.id = {id} and e.tx >= s.from_tx and e.tx < s.to_tx")));
        Assert.That(fault.Rows, Is.EqualTo(new[] { id }));
    }

    [Test]
    public async Task Entries_whose_time_is_over_go_by_whole_seals_and_the_chain_still_holds()
    {
        await Log("Old");
        await SealAll();
        await Task.Delay(50);
        var before = (DateTime)(await Scalar("select clock_timestamp()"))!;
        await Log("New");
        await SealAll();

        Assert.That(() => Execute("select kernel.prune_audit(now())"), Throws.InstanceOf<PostgresException>(), "only within an erasure");
        await Execute($"begin; select set_config('crm.act', 'erase', true); select kernel.prune_audit('{before:O}'); commit");

        Assert.That(await Scalar("select string_agg(use_case, ',') from kernel.audit_entries"), Is.EqualTo("New"));
        Assert.That(await seals.Verify(default), Is.Empty);
        await Execute("insert into kernel.audit_entries (tx, at, user_id, user_name, use_case, kind, entity, contact_ids) select '1', at, user_id, user_name, 'Planted', kind, entity, contact_ids from kernel.audit_entries");
        Assert.That(await seals.Verify(default), Has.Count.EqualTo(1), "nothing may come back into a span that was pruned");
    }

    [Test]
    public async Task A_chain_made_anew_differs_from_the_copy_outside()
    {
        await Log("First");
        await SealAll();
        await seals.CopyOut(default);
        Assert.That(await seals.Verify(default), Is.Empty);

        await Execute("set session_replication_role = replica; update kernel.audit_entries set user_name = 'Nobody'; delete from kernel.seals");
        await SealAll();

        Assert.That(await seals.Verify(default), Has.Some.StartsWith("not in the database"));
    }

    [Test]
    public async Task A_copy_that_cannot_be_written_does_not_end_the_host()
    {
        await Log("First");
        await SealAll();
        var folder = Directory.CreateTempSubdirectory();
        Directory.SetLastWriteTimeUtc(folder.FullName, DateTime.UnixEpoch);
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Seals:Copy", folder.FullName), new("Seals:Every", "00:00:00.02")]).Build();
        using var sealer = new Seals(database, [new("kernel.audit_entries", Columns)], settings, TimeProvider.System, NullLogger<Seals>.Instance);

        await sealer.StartAsync(default);
        await Log("Second");
        while (await Scalar("select sum(row_count)::bigint from kernel.seals") is not 2L && !sealer.ExecuteTask!.IsCompleted)
            await Task.Delay(20);

        Assert.That(sealer.ExecuteTask!.IsCompleted, Is.False, "sealing goes on");
        await sealer.StopAsync(default);
        folder.Delete();
    }

    [Test]
    public async Task Erasing_the_personal_half_leaves_the_chain_whole()
    {
        await Log("First");
        await Execute("insert into kernel.audit_values (entry_id, salt, payload) select id, 'salt', '{}' from kernel.audit_entries");
        await SealAll();

        await Execute("delete from kernel.audit_values");

        Assert.That(await seals.Verify(default), Is.Empty);
    }

    [Test]
    public async Task What_a_long_transaction_wrote_is_sealed_when_it_ends()
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var slow = new NpgsqlCommand(Insert("Slow"), connection))
            await slow.ExecuteNonQueryAsync();
        await Log("Quick");
        await seals.Seal(default);
        Assert.That(await Scalar("select coalesce(sum(row_count), 0)::bigint from kernel.seals"), Is.EqualTo(0L), "the quick one began after the slow one, so it waits");

        await transaction.CommitAsync();
        await SealAll();

        Assert.That(await Scalar("select sum(row_count)::bigint from kernel.seals"), Is.EqualTo(2L));
        Assert.That(await seals.Verify(default), Is.Empty);
    }

    [Test]
    public async Task Evidence_itself_refuses_to_be_changed()
    {
        await Log("First");

        Assert.That(() => Execute("delete from kernel.audit_entries"), Throws.InstanceOf<PostgresException>().With.Property("SqlState").EqualTo("CRM10"));
        Assert.That(() => Execute("truncate kernel.seals"), Throws.InstanceOf<PostgresException>().With.Property("SqlState").EqualTo("CRM10"));
    }

    [Test]
    public async Task The_running_host_seals_audit_consents_and_disclosures()
    {
        var tables = Crm.Services.GetServices<Evidence>().Select(evidence => evidence.Table);
        Assert.That(tables, Is.EquivalentTo(new[] { "kernel.audit_entries", "consent.events", "consent.disclosures", "consent.disclosed_contacts" }));

        await Crm.Services.GetRequiredService<Seals>().Seal(default);
        Assert.That(await Crm.Services.GetRequiredService<Seals>().Verify(default), Is.Empty);
    }

    /// <summary>Other tests' transactions run in the same server, and a seal waits for all that are older.</summary>
    private async Task SealAll()
    {
        for (var i = 0; i < 200; i++)
        {
            await seals.Seal(default);
            if ((bool)(await Scalar("select not exists (select 1 from kernel.audit_entries where tx >= (select coalesce(max(to_tx), '0'::xid8) from kernel.seals))"))!)
                return;
            await Task.Delay(50);
        }

        Assert.Fail("Not all was sealed within ten seconds");
    }

    private Task Log(string useCase) => Execute(Insert(useCase));

    private static string Insert(string useCase) =>
        $"insert into kernel.audit_entries (at, user_id, user_name, use_case, kind, entity, contact_ids) values (now(), gen_random_uuid(), 'Tester', '{useCase}', 'read', 'contact', '{{}}')";

    private async Task Execute(string sql)
    {
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<object?> Scalar(string sql)
    {
        await using var command = database.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
