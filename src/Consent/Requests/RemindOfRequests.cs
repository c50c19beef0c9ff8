using Karelia.Crm.Accounts;
using Karelia.Crm.Kernel.Mail;

namespace Karelia.Crm.Consent.Requests;

/// <summary>Tells the officer of requests that must be answered soon, a week and two days before, and once more when the day has passed.</summary>
[Allow(Role.DataProtectionOfficer)]
internal sealed record RemindOfRequests : ICommand<int>;

file sealed class Handler(ConsentDb db, Letters letters, Mailbox mailbox, TimeProvider clock) : IRequestHandler<RemindOfRequests, int>
{
    public async Task<int> Handle(RemindOfRequests command, CancellationToken ct)
    {
        var today = clock.Today();
        var soon = today.AddDays(DataSubjectRequest.RemindBefore[0]);
        var due = await db.Requests.Where(r => r.State != RequestStates.Answered && r.Reminders < DataSubjectRequest.RemindBefore.Length && r.DueOn <= soon).ToListAsync(ct);
        var sent = 0;
        foreach (var request in due)
        {
            // One mail, though the machine slept over several of the days.
            var reached = DataSubjectRequest.RemindBefore.Count(days => today >= request.DueOn.AddDays(-days));
            if (reached <= request.Reminders)
                continue;
            request.Reminders = reached;
            request.Touch();
            var letter = letters.Reminder(request, today);
            await mailbox.Send(new(letters.OfficersAddress, letter.Subject, letter.Text), ct);
            sent++;
        }

        return sent;
    }
}
