namespace Karelia.Crm.Administration.Users;

internal sealed class SignedInUsers(IMediator crm) : IUsers
{
    public Task<bool> SignedIn(string preferredUsername, string language, CancellationToken ct) => crm.Send(new SignIn(preferredUsername, language), ct);
}
