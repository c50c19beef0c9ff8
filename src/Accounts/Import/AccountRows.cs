using System.Globalization;
using Karelia.Crm.Kernel.Imports;
using NpgsqlTypes;

namespace Karelia.Crm.Accounts.Import;

/// <summary>The rows of organisations, written by COPY and changed by set.</summary>
internal sealed class AccountRows(DbSession session, ImportJournal journal, DateTimeOffset now, CancellationToken ct)
{
    public static readonly JournaledTable Accounts = new("accounts.accounts", "id", "id", OfAccounts: true);
    public static readonly JournaledTable Addresses = new("accounts.account_addresses", "kind", "account_id", OfAccounts: true);

    private const string Postal = "postal";

    // Everything that leads to an organisation, said where the link is made; and organisations below it.
    private const string Links = """
        select distinct c.oid::regclass::text, split_part(encode(t.tgargs, 'escape'), '\000', 1) from pg_trigger t join pg_class c on c.oid = t.tgrelid
        where t.tgname = 'account_insert' union select 'accounts.accounts', 'parent_id' union select 'accounts.accounts', 'merged_into_id'
        """;

    public async Task Add(List<KnownAccount> made)
    {
        await session.Copy<KnownAccount>(
            Accounts.Name,
            [
                new("id", NpgsqlDbType.Uuid, a => a.Id), new("name", NpgsqlDbType.Text, a => a.Name), new("business_id", NpgsqlDbType.Text, a => a.BusinessId),
                new("source_id", NpgsqlDbType.Text, a => a.SourceId), new("kind", NpgsqlDbType.Text, a => a.Kind), new("relationships", NpgsqlDbType.Array | NpgsqlDbType.Text, a => a.Relationships),
                new("customer_kinds", NpgsqlDbType.Array | NpgsqlDbType.Text, a => a.CustomerKinds), new("industry", NpgsqlDbType.Text, a => a.Industry),
                new("municipality", NpgsqlDbType.Text, a => a.Municipality), new("website", NpgsqlDbType.Text, a => a.Website), new("phone", NpgsqlDbType.Text, a => a.Phone),
                new("size_class", NpgsqlDbType.Text, a => a.SizeClass), new("is_passive", NpgsqlDbType.Boolean, _ => false), new("version", NpgsqlDbType.Bigint, _ => 1L),
                new("created_at", NpgsqlDbType.TimestampTz, _ => now), new("updated_at", NpgsqlDbType.TimestampTz, _ => now),
            ],
            made, ct);
        await AddAddresses([.. made.Where(account => account.Address is not null).Select(account => (account.Id, account.Address!))]);
    }

    /// <summary>Changes what the lines say otherwise; the version is raised once an organisation.</summary>
    public async Task Change(List<(KnownAccount Account, ContactsAnswer Answer)> changed)
    {
        List<(Guid Account, AddressParts Parts)> added = [.. changed.Where(pair => pair.Account.Address is null && AddressParts.Of(pair.Answer) is not null).Select(pair => (pair.Account.Id, AddressParts.Of(pair.Answer)!))];
        await AddAddresses(added);
        await journal.Added(session, Addresses, [.. added.Select(address => (address.Account, Postal))], ct);
        await journal.Change(
            session, Addresses, changed.Where(pair => pair.Account.Address is not null)
                .SelectMany(pair => pair.Account.AddressDifferences(pair.Answer).Select(field => Addresses.Changed(pair.Account.Id, Postal, field.Column, field.Before, field.After))), ct);
        await journal.Change(
            session, Accounts, changed.SelectMany(pair => pair.Account.Differences(pair.Answer)
                .Append(("version", Text(pair.Account.Version), Text(pair.Account.Version + 1))).Append(("updated_at", Text(pair.Account.UpdatedAt), Text(now)))
                .Select(field => Accounts.Changed(pair.Account.Id, pair.Account.Id.ToString(), field.Item1, field.Item2, field.Item3))), ct);
    }

    /// <summary>Makes records passive, last of all: the database refuses what comes after. Those that the import made need no journal.</summary>
    public async Task Passivate(JournaledTable table, Guid[] made, Guid[] known, string reason)
    {
        if (made.Length > 0)
            await session.Execute($"update {table.Name} set is_passive = true, passive_reason = $2, passive_since = $3 where id = any($1)", ct, made, reason, now);
        await journal.Change(session, table, known.SelectMany(id => ((string Column, string? Before, string After)[])
            [("passive_reason", null, reason), ("passive_since", null, Text(now)), ("is_passive", "false", "true")]).Select((field, i) => table.Changed(known[i / 3], known[i / 3].ToString(), field.Column, field.Before, field.After)), ct);
    }

    /// <summary>Deletes organisations that nobody used since. Answers those that stay.</summary>
    public static async Task<IReadOnlyList<Guid>> Retract(DbSession session, Guid[] made, CancellationToken ct)
    {
        // Whoever links to one now waits for this transaction, and finds it gone.
        var kept = (await session.Rows("select id, version from accounts.accounts where id = any($1) order by id for update", row => (Id: row.GetGuid(0), Version: row.GetInt64(1)), ct, made))
            .Where(account => account.Version != 1).Select(account => account.Id).ToHashSet();
        foreach (var (table, column) in await session.Rows(Links, row => (Table: row.GetString(0), Column: row.GetString(1)), ct))
            kept.UnionWith(await session.Rows($"select distinct {column} from {table} where {column} = any($1)", row => row.GetGuid(0), ct, made));
        var gone = made.Except(kept).ToArray();
        foreach (var (table, column) in ((string, string)[])[("account_addresses", "account_id"), ("account_einvoice_addresses", "account_id"), ("accounts", "id")])
            await session.Execute($"delete from accounts.{table} where {column} = any($1)", ct, gone);
        return [.. kept];
    }

    private Task AddAddresses(List<(Guid Account, AddressParts Parts)> addresses) => session.Copy<(Guid Account, AddressParts Parts)>(
        Addresses.Name,
        [
            new("account_id", NpgsqlDbType.Uuid, a => a.Account), new("kind", NpgsqlDbType.Text, _ => Postal), new("street", NpgsqlDbType.Text, a => a.Parts.Street),
            new("postal_code", NpgsqlDbType.Text, a => a.Parts.PostalCode), new("town", NpgsqlDbType.Text, a => a.Parts.Town), new("country", NpgsqlDbType.Text, a => a.Parts.Country),
        ],
        addresses, ct);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
