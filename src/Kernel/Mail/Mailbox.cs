using NpgsqlTypes;

namespace Karelia.Crm.Kernel.Mail;

/// <summary>A message to one address. <paramref name="ContactId"/> is the person that it is about, if one is known.</summary>
public sealed record Mail(string To, string Subject, string Text, Guid? ContactId = null);

/// <summary>Mail goes out when the command holds: the row is written in its transaction, a worker sends it (docs/decisions/0012-outbox.md).</summary>
public sealed class Mailbox(DbSession session, TimeProvider clock)
{
    /// <summary>Puts it in the outbox, by SQL: the audit keeps changes of entities, and a link in a mail is nobody's to read.</summary>
    public Task Send(Mail mail, CancellationToken ct) => session.Execute(
        "insert into kernel.outgoing (id, recipient, subject, text, contact_id, created_at, due_at, attempts, state) values ($1, $2, $3, $4, $5, $6, $6, 0, 'queued')", ct,
        Guid.CreateVersion7(), mail.To, mail.Subject, mail.Text, DbSession.Parameter(mail.ContactId, NpgsqlDbType.Uuid), clock.GetUtcNow());
}

/// <summary>A mail that waits, has left or cannot leave. What it says, and to whom, is forgotten once it is sent.</summary>
internal sealed record OutgoingMail(
    Guid Id, Guid? ContactId, string Recipient, string Subject, string Text, DateTimeOffset CreatedAt, DateTimeOffset DueAt, int Attempts, string State, DateTimeOffset? FinishedAt, string? Problem);
