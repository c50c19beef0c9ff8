using Karelia.Crm.Accounts;
using Karelia.Crm.Consent.Requests;
using Karelia.Crm.Kernel.Imports;

namespace Karelia.Crm.Consent.Suppressions;

/// <summary>What follows from a report of the newsletter service.</summary>
internal sealed class Suppressing(DbSession session, CurrentUser user, IContactImports contacts, RequestDesk desk)
{
    /// <summary>The report is kept; what it means is done at once, and whoever asks to be forgotten has asked for erasure.</summary>
    public async Task Follow(KnownContact person, Report report, ImportSheet sheet, int row, CancellationToken ct)
    {
        var at = (report.At ?? sheet.Now).ToMicroseconds();
        await session.Execute(
            "insert into consent.suppressions (id, contact_id, view, address, at, recorded_at, import_id) values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing",
            ct, Guid.CreateVersion7(), person.Id, report.View, report.Address!, at, sheet.Now, sheet.Id);
        if (report.View == Views.Unreachable)
            await contacts.MarkUndeliverable(person.Id, report.Address!, at, ct);
        if (report.View == Views.Forgotten)
            await desk.Receive("erasure", "staff", $"{person.LastName} {person.FirstNames}", report.Address, $"Liana Mailer: forgotten ({sheet.FileName}, {row})", person.Language, person.Id, ct, report.At);
        if (report.View != Views.Unreachable)
            await Block(person.Id, report, $"{sheet.FileName}, {row}", sheet.Now, ct);
    }

    /// <summary>Nothing more in this channel, whatever the topic.</summary>
    private Task<int> Block(Guid person, Report report, string evidence, DateTimeOffset now, CancellationToken ct) => session.Execute(
        """
        insert into consent.blocks (id, contact_id, channel, reason, source, set_at, set_by_id, set_by) values ($1, $2, 'email', $3, 'liana', $4, $5, $6)
        on conflict do nothing
        """,
        ct, Guid.CreateVersion7(), person, $"Liana Mailer: {report.View}{(report.At is { } at ? $" {at:yyyy-MM-dd}" : "")} ({evidence})", now, user.Id, user.Name);
}
