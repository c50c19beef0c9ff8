namespace Karelia.Crm.Accounts;

/// <summary>One person in what is made for many.</summary>
public static class GivingRoles
{
    /// <summary>Gives a role in the cooperation to one who has it not.</summary>
    public static async Task GiveRole(this IContactImports contacts, Guid contactId, string role, string basis, string source, DateTimeOffset now, CancellationToken ct)
    {
        var known = await contacts.ById([contactId], ct);
        var draft = new ContactDraft(contactId) { Roles = [role], Basis = basis, Source = source, RoleFrom = Days.Of(now) };
        if (known.TryGetValue(contactId, out var person) && contacts.IsNews(person, draft))
            await contacts.Write([draft], known, new Kernel.Imports.ImportJournal(), now, ct);
    }
}
