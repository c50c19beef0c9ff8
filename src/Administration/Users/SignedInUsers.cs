namespace Karelia.Crm.Administration.Users;

internal sealed class SignedInUsers(AdministrationDb db, IMediator crm) : IUsers
{
    public Task<bool> SignedIn(string preferredUsername, string language, CancellationToken ct) => crm.Send(new SignIn(preferredUsername, language), ct);

    public Task<KnownUser?> Find(Guid id, CancellationToken ct) =>
        db.Users.Where(user => user.Id == id && user.IsActive).Select(user => new KnownUser(user.Id, user.Name)).FirstOrDefaultAsync(ct);
}
