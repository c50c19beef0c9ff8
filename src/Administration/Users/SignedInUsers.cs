using Karelia.Crm.Kernel.Audit;

namespace Karelia.Crm.Administration.Users;

internal sealed class SignedInUsers(AdministrationDb db, DbSession session, AuditLog audit, IMediator crm) : IUsers
{
    public Task<bool> SignedIn(string preferredUsername, string language, CancellationToken ct) => crm.Send(new SignIn(preferredUsername, language), ct);

    public Task<KnownUser?> Find(Guid id, CancellationToken ct) =>
        db.Users.Where(user => user.Id == id && user.IsActive).Select(user => new KnownUser(user.Id, user.Name)).FirstOrDefaultAsync(ct);

    // By SQL: the log keeps old values of what entities change.
    public async Task Forget(Guid id, string reason, CancellationToken ct)
    {
        await session.Execute("select set_config('crm.act', 'erase', true)", ct);
        await session.Execute("delete from administration.auth_sessions where user_id = $1", ct, id);
        await session.Execute(
            """
            update administration.users set name = '[poistettu]', preferred_username = '', roles = '{}', language = 'fi', active_reason = null, first_seen = '-infinity', last_seen = '-infinity'
            where id = $1 and not is_active
            """,
            ct, id);
        await session.Execute("delete from administration.users where id = $1 and is_active", ct, id);
        await session.Execute("delete from kernel.audit_values v using kernel.audit_entries e where e.id = v.entry_id and e.entity = $2 and e.entity_id = $1", ct, id, nameof(User));
        await audit.Bulk("ForgetUser", "erase", nameof(User), id, [], ct, reason);
    }
}
