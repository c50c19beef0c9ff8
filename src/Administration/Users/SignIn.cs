using Karelia.Crm.Kernel.Audit;

namespace Karelia.Crm.Administration.Users;

/// <summary>Sent by the host when the identity provider has said who it is; it has no address.</summary>
[Allow(Role.Anyone)]
internal sealed record SignIn(string PreferredUsername, string Language) : ICommand<bool>;

file sealed class Handler(DbSession session, CurrentUser user, AuditLog audit, TimeProvider clock) : IRequestHandler<SignIn, bool>
{
    private const string Upsert = """
        insert into administration.users as known (id, name, preferred_username, roles, language, is_active, first_seen, last_seen)
        values ($1, $2, $3, $4, $5, true, $6, $6)
        on conflict (id) do update
        set name = excluded.name, preferred_username = excluded.preferred_username, roles = excluded.roles, last_seen = excluded.last_seen
        where known.is_active
        """;

    public async Task<bool> Handle(SignIn command, CancellationToken ct)
    {
        if (await session.Execute(Upsert, ct, user.Id, user.Name, command.PreferredUsername, user.Roles.ToArray(), command.Language, clock.GetUtcNow()) == 0)
            return false;
        await audit.Bulk(nameof(SignIn), "sign-in", nameof(User), user.Id, [], ct);
        return true;
    }
}
