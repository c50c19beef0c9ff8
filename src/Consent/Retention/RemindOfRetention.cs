using Karelia.Crm.Accounts;
using Karelia.Crm.Consent.Requests;
using Karelia.Crm.Kernel.Mail;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Karelia.Crm.Consent.Retention;

/// <summary>Tells the officer that people wait for a run, or rules for approval: when something waits, and then once a month while it does. Names nobody.</summary>
[Allow(Role.DataProtectionOfficer)]
internal sealed record RemindOfRetention(DateOnly Today) : ICommand<bool>;

/// <summary>The latest reminder: one row.</summary>
internal sealed class RetentionReminder
{
    public int Id { get; init; } = 1;
    public DateOnly SentOn { get; init; }
}

file sealed class Mapping : IEntityTypeConfiguration<RetentionReminder>
{
    public void Configure(EntityTypeBuilder<RetentionReminder> builder) => builder.ToTable("retention_reminder").Property(r => r.Id).ValueGeneratedNever();
}

file sealed class Handler(ConsentDb db, DbSession session, Letters letters, Mailbox mailbox) : IRequestHandler<RemindOfRetention, bool>
{
    /// <summary>A rule that somebody is at work on is left in peace.</summary>
    private const int GraceDays = 7;

    public async Task<bool> Handle(RemindOfRetention command, CancellationToken ct)
    {
        var (today, monthAgo, before) = (command.Today, command.Today.AddMonths(-1), Days.Start(command.Today.AddDays(-GraceDays)));
        if (await db.Set<RetentionReminder>().AnyAsync(r => r.SentOn > monthAgo, ct))
            return false;
        var rules = await db.Set<RetentionRule>().CountAsync(r => r.ApprovedAt == null && r.Months != null && r.ProposedAt <= before, ct);
        var people = (await session.Rows(
            """
            select count(distinct coalesce(d.contact_id, d.user_id))
            from consent.retention_rules r cross join lateral consent.retention_due(r.category, r.trigger, ($1::date - make_interval(months => r.months))::date) d
            where r.approved_at is not null and r.months is not null and not consent.on_hold(d.contact_id, d.user_id)
            """,
            row => row.GetInt64(0), ct, today))[0];
        // Of two hosts one sends.
        if (rules + people == 0 || await session.Execute(
            "insert into consent.retention_reminder (id, sent_on) values (1, $1) on conflict (id) do update set sent_on = excluded.sent_on where retention_reminder.sent_on <= $2", ct, today, monthAgo) == 0)
            return false;
        var letter = letters.Retention(people, rules);
        await mailbox.Send(new(letters.OfficersAddress, letter.Subject, letter.Text), ct);
        return true;
    }
}
