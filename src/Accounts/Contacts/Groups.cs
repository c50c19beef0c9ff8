using System.Runtime.CompilerServices;

namespace Karelia.Crm.Accounts.Contacts;

/// <summary>
/// Henkilöryhmät: the nine groups of data subjects (seed, section 7). A role puts a person in most of them; whose membership is more than a role, a module knows that and publishes
/// it as a view <c>contact_group</c> (contact_id, group_code).
/// </summary>
internal sealed class Groups(AccountsDb db, DbSession session, PublishedViews published)
{
    private static readonly Dictionary<string, string[]> Roles = new()
    {
        [DataSubjects.Customers] = [ContactRoles.Customer],
        [DataSubjects.Partners] = [ContactRoles.Partner],
        [DataSubjects.InternshipAndThesis] = [ContactRoles.InternshipContact, ContactRoles.ThesisContact],
        [DataSubjects.Rdi] = [ContactRoles.RdiContact],
        [DataSubjects.Participants] = [],
        [DataSubjects.Alumni] = [ContactRoles.Alumnus],
        [DataSubjects.Experts] = [ContactRoles.Expert],
        [DataSubjects.Users] = [],
        [DataSubjects.RdiParticipants] = [],
    };

    public static IReadOnlyList<string> All { get; } = [.. Roles.Keys];

    /// <summary>Those of the people who are in the group. Users are no contacts: nobody is in that one.</summary>
    public async Task<IQueryable<Contact>> Of(IQueryable<Contact> people, string group, CancellationToken ct)
    {
        if (Roles[group] is { Length: > 0 } roles)
            return people.Where(c => c.Roles.Any(r => roles.Contains(r.Role) && r.EndedOn == null));
        var views = (await published.Of("contact_group", session, ct)).Select(view => $"select contact_id, group_code from {view}").Append("select null::uuid, null where false");
        var members = db.Database.SqlQuery<Guid>(FormattableStringFactory.Create(
            $"select g.contact_id as \"Value\" from ({string.Join(" union all ", views)}) g(contact_id, group_code) where g.group_code = {{0}}", group));
        return people.Where(c => members.Contains(c.Id));
    }
}
