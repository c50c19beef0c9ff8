using System.Globalization;
using System.Text.Json;
using Npgsql;

namespace Karelia.Crm.Accounts.History;

/// <summary>The audit log read backwards for the fields that the record itself shows; what else an entry holds is not given away here.</summary>
internal static class FieldHistory
{
    /// <summary>The fields of a person, as the audit names them and as the contract does.</summary>
    public static readonly IReadOnlyDictionary<string, string> OfContact = new Dictionary<string, string>
    {
        ["Contact.LastName"] = "lastName",
        ["Contact.FirstNames"] = "firstNames",
        ["Contact.CalledName"] = "calledName",
        ["Contact.Language"] = "language",
        ["Contact.Street"] = "address.street",
        ["Contact.PostalCode"] = "address.postalCode",
        ["Contact.Town"] = "address.town",
        ["Contact.Country"] = "address.country",
        ["Contact.OwnerId"] = "ownerId",
        ["Contact.Status"] = "status",
        ["ContactEmail.Address"] = "emails",
        ["ContactPhone.Number"] = "phones",
        ["ContactRole.Role"] = "roles",
        ["ContactRole.EndedOn"] = "roles.endedOn",
        ["Affiliation.AccountId"] = "affiliations",
        ["Affiliation.Title"] = "affiliations.title",
        ["Affiliation.RoleThere"] = "affiliations.roleThere",
        ["Affiliation.ValidFrom"] = "affiliations.validFrom",
        ["Affiliation.ValidTo"] = "affiliations.validTo",
    };

    /// <summary>The fields of an organisation.</summary>
    public static readonly IReadOnlyDictionary<string, string> OfAccount = new Dictionary<string, string>
    {
        ["Account.Name"] = "name",
        ["Account.BusinessId"] = "businessId",
        ["Account.Kind"] = "kind",
        ["Account.Relationships"] = "relationships",
        ["Account.CustomerKinds"] = "customerKinds",
        ["Account.Industry"] = "industry",
        ["Account.Municipality"] = "municipality",
        ["Account.Website"] = "website",
        ["Account.Phone"] = "phone",
        ["Account.SizeClass"] = "sizeClass",
        ["Account.ParentId"] = "parentId",
        ["Account.OwnerId"] = "ownerId",
        ["Account.Status"] = "status",
        ["AccountAddress.Street"] = "addresses.street",
        ["AccountAddress.PostalCode"] = "addresses.postalCode",
        ["AccountAddress.Town"] = "addresses.town",
        ["AccountAddress.Country"] = "addresses.country",
        ["EInvoiceAddress.Address"] = "eInvoiceAddresses",
        ["EInvoiceAddress.Operator"] = "eInvoiceAddresses.operator",
    };

    /// <summary>
    /// A page of changes, newest first. Of the record itself only what was changed, of its parts also what came and went;
    /// <paramref name="source"/> finds the entries <c>e</c> with their values <c>v</c>.
    /// </summary>
    public static async Task<Page<FieldChange>> Read(
        DbSession session, string source, Guid id, IReadOnlyDictionary<string, string> fields, string? field, int? limit, string? cursor, CancellationToken ct)
    {
        var keys = Cursor.Read(cursor, 2);
        var names = fields.Where(one => field is null || one.Value == field).Select(one => one.Key).ToArray();
        var size = limit ?? Paging.Usual;
        var rows = await session.Rows(
            $"""
            select e.id, e.at, e.user_name, e.use_case, e.entity || '.' || f.key, e.kind, e.entity_id, f.value->0, f.value->1,
                   case when f.key = 'OwnerId' then v.payload->'OwnerName'->>0 when f.key in ('ParentId', 'AccountId') then (select a.name from accounts.accounts a where a.id::text = f.value->>0) end,
                   case when f.key = 'OwnerId' then v.payload->'OwnerName'->>1 when f.key in ('ParentId', 'AccountId') then (select a.name from accounts.accounts a where a.id::text = f.value->>1) end
            from {source} cross join lateral jsonb_each(v.payload) f
            where e.entity || '.' || f.key = any($2) and jsonb_typeof(f.value) = 'array' and f.value->0 is distinct from f.value->1
              and (e.kind = 'modified' or (e.kind in ('added', 'deleted') and e.entity not in ('Contact', 'Account')))
              and ($3::bigint is null or (e.id, f.key) < ($3, $4))
            order by e.id desc, f.key desc limit $5
            """,
            row => Change(row, fields, id), ct, id, names,
            Nullable(keys is null ? null : Cursor.Key<long>(keys[0]), NpgsqlTypes.NpgsqlDbType.Bigint), Nullable(keys?[1], NpgsqlTypes.NpgsqlDbType.Text), size + 1);
        var page = Paging.Of(rows, size, last => Cursor.After(last.Change.Id[..last.Change.Id.IndexOf('-', StringComparison.Ordinal)], last.Key));
        return new([.. page.Items.Select(row => row.Change)], page.NextCursor);
    }

    private static (FieldChange Change, string Key) Change(NpgsqlDataReader row, IReadOnlyDictionary<string, string> fields, Guid id)
    {
        var name = row.GetString(4);
        var key = name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..];
        return (new(
            string.Create(CultureInfo.InvariantCulture, $"{row.GetInt64(0)}-{fields[name]}"), row.GetFieldValue<DateTimeOffset>(1), row.GetString(2), row.GetString(3), fields[name], row.GetString(5),
            row.IsDBNull(6) || row.GetGuid(6) == id || name.StartsWith("Account", StringComparison.Ordinal) ? null : row.GetGuid(6), Json(row, 7), Json(row, 8))
        {
            OldName = row.IsDBNull(9) ? null : row.GetString(9),
            NewName = row.IsDBNull(10) ? null : row.GetString(10),
        }, key);
    }

    private static JsonElement? Json(NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) || JsonSerializer.Deserialize<JsonElement>(row.GetString(column)) is not { ValueKind: not JsonValueKind.Null } value ? null : value;

    private static NpgsqlParameter Nullable(object? value, NpgsqlTypes.NpgsqlDbType type) => new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };
}

/// <summary>The same for the fields that other modules keep of a person.</summary>
internal sealed class PersonHistory(DbSession session) : IPersonHistory
{
    // By the values' person, since lists that a person was read in name it too, and they are many.
    public Task<Page<FieldChange>> Of(Guid contactId, IReadOnlyDictionary<string, string> fields, string? field, int? limit, string? cursor, CancellationToken ct) => FieldHistory.Read(
        session, "kernel.audit_values v join kernel.audit_entries e on e.id = v.entry_id and v.contact_id = $1", contactId, fields, field, limit, cursor, ct);
}
