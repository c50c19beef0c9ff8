using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Karelia.Crm.Host.Identity;

/// <summary>Sessions as rows. The cookie holds a random key, the table its hash and the encrypted ticket.</summary>
internal sealed class SessionStore(
    NpgsqlDataSource source, RememberedSignIns remembered, IDataProtectionProvider protection, IOptions<SessionLimits> limits, TimeProvider clock) : ITicketStore
{
    private readonly IDataProtector protector = protection.CreateProtector("session-ticket");

    public async Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var key = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var now = clock.GetUtcNow();
        await Execute("""
            with swept as (delete from administration.auth_sessions where expires_at < $4 or ends_at < $4)
            insert into administration.auth_sessions (key_hash, user_id, ticket, created_at, expires_at, ends_at) values ($1, $2, $3, $4, $5, $6)
            """, Hash(key), UserOf(ticket), Bytes(ticket), now, ticket.Properties.ExpiresUtc ?? now + limits.Value.Idle, now + limits.Value.Longest);
        return key;
    }

    /// <summary>Updates and never inserts: a session that was ended meanwhile stays ended.</summary>
    public async Task RenewAsync(string key, AuthenticationTicket ticket)
    {
        await Execute(
            "update administration.auth_sessions set ticket = $3, expires_at = $4 where key_hash = $1 and user_id = $2",
            Hash(key), UserOf(ticket), Bytes(ticket), ticket.Properties.ExpiresUtc ?? clock.GetUtcNow() + limits.Value.Idle);
        remembered.Forget(Name(key));
    }

    public Task<AuthenticationTicket?> RetrieveAsync(string key) => Retrieve(key, CancellationToken.None);

    /// <summary>A sign-in over a live session would keep its key, and whoever planted that key would be in too: the old session ends, a new one begins.</summary>
    public async Task<AuthenticationTicket?> RetrieveAsync(string key, HttpContext httpContext, CancellationToken cancellationToken)
    {
        if (httpContext.Request.Path != BrowserSignIn.CallbackPath)
            return await Retrieve(key, cancellationToken);
        await RemoveAsync(key);
        return null;
    }

    public async Task RemoveAsync(string key)
    {
        await Execute("delete from administration.auth_sessions where key_hash = $1", Hash(key));
        remembered.Forget(Name(key));
    }

    /// <summary>Idle end, absolute end and a deactivated user, in the same read. A copy: its users change it.</summary>
    private async Task<AuthenticationTicket?> Retrieve(string key, CancellationToken ct)
    {
        var ticket = await remembered.Get(Name(key), async () =>
        {
            await using var command = Command("""
                select s.ticket from administration.auth_sessions s join administration.users u on u.id = s.user_id and u.is_active
                where s.key_hash = $1 and s.expires_at > $2 and s.ends_at > $2
                """, Hash(key), clock.GetUtcNow());
            return await command.ExecuteScalarAsync(ct) is byte[] bytes ? TicketSerializer.Default.Deserialize(protector.Unprotect(bytes)) : null;
        });
        return ticket?.Clone();
    }

    private byte[] Bytes(AuthenticationTicket ticket) => protector.Protect(TicketSerializer.Default.Serialize(ticket));

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.ASCII.GetBytes(key));

    /// <summary>As the database names it when it ends.</summary>
    private static string Name(string key) => Convert.ToHexStringLower(Hash(key));

    private static Guid UserOf(AuthenticationTicket ticket) => Guid.Parse(ticket.Principal.FindFirstValue(Claims.Id)!);

    private async Task Execute(string sql, params object[] values)
    {
        await using var command = Command(sql, values);
        await command.ExecuteNonQueryAsync();
    }

    private NpgsqlCommand Command(string sql, params object[] values)
    {
        var command = source.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        return command;
    }
}
