using Karelia.Crm.Accounts.Affiliations;
using Karelia.Crm.Kernel.Imports;
using NpgsqlTypes;

namespace Karelia.Crm.Accounts.Import;

/// <summary>People's places in organisations, in bulk.</summary>
internal sealed class Places(DbSession session)
{
    public static readonly JournaledTable Affiliations = new("accounts.affiliations", "id");
    private ILookup<Guid, Affiliation> places = Enumerable.Empty<Affiliation>().ToLookup(_ => Guid.Empty);

    public async Task<Places> Load(Guid[] contacts, CancellationToken ct)
    {
        if (contacts.Length > 0)
        {
            places = (await session.Rows(
                "select id, contact_id, account_id, title, role_there, valid_to, is_primary from accounts.affiliations where contact_id = any($1) order by id",
                row => new Affiliation
                {
                    Id = row.GetGuid(0),
                    ContactId = row.GetGuid(1),
                    AccountId = row.GetGuid(2),
                    Title = row.IsDBNull(3) ? null : row.GetString(3),
                    RoleThere = row.IsDBNull(4) ? null : row.GetString(4),
                    ValidTo = row.IsDBNull(5) ? null : row.GetFieldValue<DateOnly>(5),
                    IsPrimary = row.GetBoolean(6),
                },
                ct, contacts)).ToLookup(place => place.ContactId);
        }

        return this;
    }

    /// <summary>Whether the person stands or stood in the organisation.</summary>
    public bool Has(Guid contact, Guid account) => places[contact].Any(place => place.AccountId == account);

    /// <summary>Whether the line says more of the person's place than the register. A place that somebody ended stays ended.</summary>
    public bool IsNews(Guid contact, KnownAccount? account, ContactsAnswer answer) =>
        account is { IsPassive: false } && (!Has(contact, account.Id) || Current(contact, account.Id) is { } place && Differences(place, answer).Any());

    /// <summary>Writes the places that are news; those of people whom the import made are not journaled.</summary>
    public async Task Write(IReadOnlyList<(Guid Contact, KnownAccount Account, ContactsAnswer Answer)> lines, IReadOnlySet<Guid> made, ImportJournal journal, CancellationToken ct)
    {
        List<Affiliation> added = [.. lines.Where(line => !Has(line.Contact, line.Account.Id)).Select(line => new Affiliation
        {
            ContactId = line.Contact,
            AccountId = line.Account.Id,
            Title = line.Answer.JobTitle,
            RoleThere = line.Answer.RoleThere,
            IsPrimary = !places[line.Contact].Any(place => place.IsPrimary),
        })];
        await session.Copy<Affiliation>(
            Affiliations.Name,
            [
                new("id", NpgsqlDbType.Uuid, a => a.Id), new("contact_id", NpgsqlDbType.Uuid, a => a.ContactId), new("account_id", NpgsqlDbType.Uuid, a => a.AccountId),
                new("title", NpgsqlDbType.Text, a => a.Title), new("role_there", NpgsqlDbType.Text, a => a.RoleThere), new("is_primary", NpgsqlDbType.Boolean, a => a.IsPrimary),
            ],
            added, ct);
        await journal.Added(session, Affiliations, [.. added.Where(place => !made.Contains(place.ContactId)).Select(place => (place.ContactId, place.Id.ToString()))], ct);
        await journal.Change(
            session, Affiliations, lines.Select(line => (Place: Current(line.Contact, line.Account.Id), line.Answer)).Where(line => line.Place is not null)
                .SelectMany(line => Differences(line.Place!, line.Answer).Select(field => Affiliations.Changed(line.Place!.ContactId, line.Place.Id.ToString(), field.Column, field.Before, field.After))), ct);
    }

    private Affiliation? Current(Guid contact, Guid account) => places[contact].FirstOrDefault(place => place.AccountId == account && place.ValidTo is null);

    private static IEnumerable<(string Column, string? Before, string After)> Differences(Affiliation place, ContactsAnswer answer)
    {
        foreach (var (column, before, after) in ((string, string?, string?)[])[("title", place.Title, answer.JobTitle), ("role_there", place.RoleThere, answer.RoleThere)])
        {
            if (after is not null && !string.Equals(before, after, StringComparison.OrdinalIgnoreCase))
                yield return (column, before, after);
        }
    }
}
