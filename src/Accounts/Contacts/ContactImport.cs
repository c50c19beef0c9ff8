using Karelia.Crm.Kernel.Imports;
using Npgsql;

namespace Karelia.Crm.Accounts.Contacts;

/// <summary>People in bulk: one statement a table for a whole chunk of a sheet.</summary>
internal sealed class ContactImport(DbSession session) : IContactImports
{
    private const string Known = """
        c.id, c.last_name, c.first_names, c.called_name, c.language, c.street, c.postal_code, c.town, c.is_passive, c.restricted_at is not null, c.version, c.updated_at,
        array(select address from accounts.contact_emails where contact_id = c.id), array(select number from accounts.contact_phones where contact_id = c.id),
        array(select role from accounts.contact_roles where contact_id = c.id and ended_on is null), c.country, c.source_id
        """;

    public async Task<ILookup<string, KnownContact>> ByEmail(IEnumerable<string> addresses, CancellationToken ct) => (await session.Rows(
        $"""
        select {Known}, e.address from (select contact_id, address from accounts.contact_emails where address = any($1) offset 0) e {Person("e.contact_id")}
        where c.erased_at is null and c.merged_into_id is null order by c.id
        """,
        row => (Contact: Read(row), Address: row.GetString(17)), ct, (object)addresses.Distinct().ToArray())).ToLookup(found => found.Address, found => found.Contact);

    /// <summary>The contacts of ids in a source system; one that was merged leads to the person it became a part of.</summary>
    public async Task<ILookup<string, KnownContact>> BySource(IEnumerable<string> sources, CancellationToken ct) => (await session.Rows(
        $"""
        select {Known}, s.source_id from (select id, merged_into_id, source_id from accounts.contacts where source_id = any($1) offset 0) s {Person("coalesce(s.merged_into_id, s.id)")}
        where c.erased_at is null order by c.id
        """,
        row => (Contact: Read(row), Source: row.GetString(17)), ct, (object)sources.Distinct().ToArray())).ToLookup(found => found.Source, found => found.Contact);

    public async Task<IReadOnlyDictionary<Guid, KnownContact>> ById(IEnumerable<Guid> ids, CancellationToken ct) => (await session.Rows(
        $"select {Known} from accounts.contacts c where c.id = any($1) and c.erased_at is null and c.merged_into_id is null", Read, ct, ids.Distinct().ToArray())).ToDictionary(contact => contact.Id);

    public async Task<ILookup<string, KnownContact>> ByName(IEnumerable<string> names, CancellationToken ct) => (await session.Rows(
        $"select {Known}, c.sort_name from accounts.contacts c where c.sort_name = any($1) and c.erased_at is null and c.merged_into_id is null order by c.id",
        row => (Contact: Read(row), Name: row.GetString(17)), ct, (object)names.Distinct().ToArray())).ToLookup(found => found.Name, found => found.Contact);

    public bool IsNews(KnownContact contact, ContactDraft draft) =>
        draft.Touches || Differences(contact, draft).Any() || AddsEmail(contact, draft) || NewPhones(contact, draft).Any() || NewRoles(contact, draft).Any();

    public async Task Write(IReadOnlyList<ContactDraft> drafts, IReadOnlyDictionary<Guid, KnownContact> known, ImportJournal journal, DateTimeOffset now, CancellationToken ct)
    {
        var made = drafts.Where(draft => !known.ContainsKey(draft.Id)).ToList();
        var rest = drafts.Where(draft => known.ContainsKey(draft.Id)).Select(draft => (Draft: draft, Contact: known[draft.Id])).ToList();
        var rows = new ContactRows(session, journal, now, ct);
        await rows.AddContacts(made);
        await rows.AddEmails(made, [.. rest.Where(pair => AddsEmail(pair.Contact, pair.Draft)).Select(pair => (pair.Draft, pair.Contact.Emails.Length == 0))]);
        await rows.AddPhones(made, [.. rest.SelectMany(pair => NewPhones(pair.Contact, pair.Draft).Select((phone, i) => (pair.Draft, phone, i == 0 && pair.Contact.Phones.Length == 0)))]);
        await rows.AddRoles(made, [.. rest.SelectMany(pair => NewRoles(pair.Contact, pair.Draft).Select(role => (pair.Draft, role)))]);
        await rows.Change(rest.Where(pair => IsNews(pair.Contact, pair.Draft)).Select(pair => (pair.Contact, Differences(pair.Contact, pair.Draft).ToList())));
    }

    public Task<int> TakeBack(IReadOnlyList<ImportChange> changes, CancellationToken ct) => ContactRows.TakeBack(session, changes, ct);

    public async Task<IReadOnlyList<Guid>> Edited(Guid[] made, CancellationToken ct) =>
        await session.Rows("select id from accounts.contacts where id = any($1) and version <> 1", row => row.GetGuid(0), ct, made);

    public async Task MarkUndeliverable(Guid contact, string address, DateTimeOffset since, CancellationToken ct)
    {
        if (await session.Execute("update accounts.contact_emails set undeliverable_since = $3 where contact_id = $1 and address = $2 and undeliverable_since is null", ct, contact, address, since) > 0)
            await session.Execute("update accounts.contacts set version = version + 1, updated_at = now() where id = $1", ct, contact);
    }

    public async Task Empty(Guid[] contacts, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var table in (string[])["affiliations", "contact_roles", "contact_phones", "contact_emails"])
            await session.Execute($"delete from accounts.{table} where contact_id = any($1)", ct, contacts);
        await session.Execute(
            """
            update accounts.contacts set last_name = '', first_names = '', called_name = null, street = null, postal_code = null, town = null, country = null, source_id = null,
                   passive_reason = null, erased_at = $2, updated_at = $2, version = version + 1
            where id = any($1)
            """,
            ct, contacts, now);
    }

    // By the key, one after another: statistics know nothing of the people of a first import, and a join would go through all of them for each.
    private static string Person(string id) => $"cross join lateral (select * from accounts.contacts where id = {id} offset 0) c";

    private static bool AddsEmail(KnownContact contact, ContactDraft draft) => draft.Email is not null && !contact.Emails.Contains(draft.Email);

    private static IEnumerable<string> NewPhones(KnownContact contact, ContactDraft draft) => draft.Phones.Except(contact.Phones);

    private static IEnumerable<string> NewRoles(KnownContact contact, ContactDraft draft) => draft.Roles.Except(contact.Roles);

    /// <summary>Fields that the draft says otherwise. Capitals alone are no difference.</summary>
    private static IEnumerable<(string Column, string? Before, string After)> Differences(KnownContact contact, ContactDraft draft)
    {
        foreach (var (column, before, after) in ((string, string?, string?)[])
        [
            ("last_name", contact.LastName, draft.LastName), ("first_names", contact.FirstNames, draft.FirstNames), ("called_name", contact.CalledName, draft.CalledName),
            ("language", contact.Language, draft.Language), ("street", contact.Street, draft.Street), ("postal_code", contact.PostalCode, draft.PostalCode),
            ("town", contact.Town, draft.Town), ("country", contact.Country, draft.Country),
            // The first system that somebody came from stays the source.
            ("source_id", contact.SourceId, contact.SourceId ?? draft.SourceId),
        ])
        {
            if (after is not null && !string.Equals(before, after, StringComparison.OrdinalIgnoreCase))
                yield return (column, before, after);
        }
    }

    private static KnownContact Read(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetString(1), row.GetString(2), Text(row, 3), row.GetString(4), Text(row, 5), Text(row, 6), Text(row, 7), row.GetBoolean(8), row.GetBoolean(9),
        row.GetInt64(10), row.GetFieldValue<DateTimeOffset>(11), row.GetFieldValue<string[]>(12), row.GetFieldValue<string[]>(13), row.GetFieldValue<string[]>(14))
    {
        Country = Text(row, 15),
        SourceId = Text(row, 16),
    };

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
