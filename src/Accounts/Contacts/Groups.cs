namespace Karelia.Crm.Accounts.Contacts;

/// <summary>Henkilöryhmät: the nine groups of data subjects (seed, section 7), as the roles that put a person in them.</summary>
internal static class Groups
{
    private static readonly Dictionary<string, string[]> Roles = new()
    {
        [DataSubjects.Customers] = [ContactRoles.Customer],
        [DataSubjects.Partners] = [ContactRoles.Partner],
        [DataSubjects.InternshipAndThesis] = [ContactRoles.InternshipContact, ContactRoles.ThesisContact],
        [DataSubjects.Rdi] = [ContactRoles.RdiContact],
        [DataSubjects.Participants] = [ContactRoles.Participant],
        [DataSubjects.Alumni] = [ContactRoles.Alumnus],
        [DataSubjects.Experts] = [ContactRoles.Expert],
        [DataSubjects.Users] = [],
        [DataSubjects.RdiParticipants] = [],
    };

    public static IReadOnlyList<string> All { get; } = [.. Roles.Keys];

    /// <summary>Users are no contacts, and which participants took part in RDI events is known by the events: nobody is in those two by a role.</summary>
    public static string[] RolesOf(string group) => Roles[group];
}
