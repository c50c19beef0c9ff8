using System.Globalization;
using Karelia.Crm.Kernel.Imports;
using NpgsqlTypes;

namespace Karelia.Crm.Accounts.Contacts;

/// <summary>The rows of people, written by COPY and changed by set.</summary>
internal sealed class ContactRows(DbSession session, ImportJournal journal, DateTimeOffset now, CancellationToken ct)
{
    public static readonly JournaledTable Contacts = new("accounts.contacts", "id", "id");
    private static readonly JournaledTable Emails = new("accounts.contact_emails", "address");
    private static readonly JournaledTable Phones = new("accounts.contact_phones", "number");
    private static readonly JournaledTable Roles = new("accounts.contact_roles", "id");

    private static readonly CopyColumn<ContactDraft>[] ContactColumns =
    [
        new("id", NpgsqlDbType.Uuid, d => d.Id), new("last_name", NpgsqlDbType.Text, d => d.LastName ?? ""), new("first_names", NpgsqlDbType.Text, d => d.FirstNames ?? ""),
        new("called_name", NpgsqlDbType.Text, d => d.CalledName), new("language", NpgsqlDbType.Text, d => d.Language ?? "fi"), new("street", NpgsqlDbType.Text, d => d.Street),
        new("postal_code", NpgsqlDbType.Text, d => d.PostalCode), new("town", NpgsqlDbType.Text, d => d.Town),
        new("country", NpgsqlDbType.Text, d => d.Country), new("source_id", NpgsqlDbType.Text, d => d.SourceId), new("is_passive", NpgsqlDbType.Boolean, _ => false),
        new("version", NpgsqlDbType.Bigint, _ => 1L),
    ];

    private static readonly CopyColumn<(Guid Id, ContactDraft Draft, string Role)>[] RoleColumns =
    [
        new("id", NpgsqlDbType.Uuid, r => r.Id), new("contact_id", NpgsqlDbType.Uuid, r => r.Draft.Id), new("role", NpgsqlDbType.Text, r => r.Role),
        new("basis", NpgsqlDbType.Text, r => r.Draft.Basis), new("source", NpgsqlDbType.Text, r => r.Draft.Source), new("started_on", NpgsqlDbType.Date, r => r.Draft.RoleFrom),
    ];

    public Task AddContacts(List<ContactDraft> made) => session.Copy(
        "accounts.contacts", [.. ContactColumns, new("created_at", NpgsqlDbType.TimestampTz, _ => now), new("updated_at", NpgsqlDbType.TimestampTz, _ => now)], made, ct);

    public Task AddEmails(List<ContactDraft> made, List<(ContactDraft Draft, bool IsPrimary)> rest) =>
        AddReach(Emails, "address", [.. made.Where(d => d.Email is not null).Select(d => (d, d.Email!, true))], [.. rest.Select(r => (r.Draft, r.Draft.Email!, r.IsPrimary))]);

    public Task AddPhones(List<ContactDraft> made, List<(ContactDraft Draft, string Phone, bool IsPrimary)> rest) =>
        AddReach(Phones, "number", [.. made.SelectMany(d => d.Phones.Distinct().Select((phone, i) => (d, phone, i == 0)))], rest);

    public async Task AddRoles(List<ContactDraft> made, List<(ContactDraft Draft, string Role)> rest)
    {
        List<(Guid Id, ContactDraft Draft, string Role)> added = [.. rest.Select(row => (Guid.CreateVersion7(), row.Draft, row.Role))];
        await session.Copy(Roles.Name, RoleColumns, [.. made.SelectMany(draft => draft.Roles.Distinct().Select(role => (Guid.CreateVersion7(), draft, role))), .. added], ct);
        await journal.Added(session, Roles, [.. added.Select(role => (role.Draft.Id, role.Id.ToString()))], ct);
    }

    /// <summary>Changed fields; the version is raised once a person.</summary>
    public Task Change(IEnumerable<(KnownContact Contact, List<(string Column, string? Before, string After)> Fields)> people) => journal.Change(
        session, Contacts,
        people.SelectMany(person => person.Fields
            .Append(("version", Text(person.Contact.Version), Text(person.Contact.Version + 1)))
            .Append(("updated_at", Text(person.Contact.UpdatedAt), Text(now)))
            .Select(field => Contacts.Changed(person.Contact.Id, person.Contact.Id.ToString(), field.Item1, field.Item2, field.Item3))),
        ct);

    public static async Task<int> TakeBack(DbSession session, IReadOnlyList<ImportChange> changes, CancellationToken ct)
    {
        var done = 0;
        foreach (var table in (JournaledTable[])[Roles, Phones, Emails, Contacts])
            done += await ImportJournal.TakeBack(session, table, changes, ct);
        return done;
    }

    private async Task AddReach(JournaledTable table, string column, List<(ContactDraft Draft, string Value, bool IsPrimary)> made, List<(ContactDraft Draft, string Value, bool IsPrimary)> rest)
    {
        await session.Copy<(ContactDraft Draft, string Value, bool IsPrimary)>(
            table.Name,
            [
                new("id", NpgsqlDbType.Uuid, _ => Guid.CreateVersion7()), new("contact_id", NpgsqlDbType.Uuid, r => r.Draft.Id), new(column, NpgsqlDbType.Text, r => r.Value),
                new("kind", NpgsqlDbType.Text, r => r.Draft.ReachKind), new("is_primary", NpgsqlDbType.Boolean, r => r.IsPrimary),
            ],
            [.. made, .. rest], ct);
        await journal.Added(session, table, [.. rest.Select(row => (row.Draft.Id, row.Value))], ct);
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
