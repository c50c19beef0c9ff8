using Karelia.Crm.Consent.TargetGroups;
using NpgsqlTypes;

namespace Karelia.Crm.Consent.MailingLists;

/// <summary>Whom a mailing list is meant for: kind, topic, channel, and a target group or a filter, as both the count and the export ask it.</summary>
internal interface ITarget
{
    Guid? TargetGroupId { get; }
    ContactFilter? ContactFilter { get; }
    string Channel { get; }
    string Topic { get; }
    string Kind { get; }
}

/// <summary>What is said of a list when it is made.</summary>
internal interface IListed : ITarget
{
    string Name { get; }
    string Purpose { get; }
    string Recipient { get; }
    string? Unit { get; }
}

/// <summary>How many people the filter meant who get nothing, by reason.</summary>
internal sealed record Exclusions(int NoBasis, int Withdrawn, int Blocked, int Passive, int Restricted, int NoAddress)
{
    /// <summary>For all but the data protection officer a restricted person is unknown: one without a basis among others.</summary>
    public Exclusions For(CurrentUser user) =>
        user.Is(Role.DataProtectionOfficer) ? this : this with { NoBasis = NoBasis + Restricted, Restricted = 0 };
}

/// <summary>The target in SQL, and what is kept of it with the disclosure.</summary>
internal sealed class Targets(DbSession session, PublishedViews published, GroupPeople groups)
{
    /// <summary>SQL of the target's people (contact_id, reason, last_name, first_names); parameters are added to <paramref name="values"/>: channel, topic, group and kind first.</summary>
    public async Task<string> Sql(ITarget target, List<object?> values, CancellationToken ct)
    {
        var first = values.Count + 1;
        values.AddRange([target.Channel, target.Topic, DbSession.Parameter(target.TargetGroupId, NpgsqlDbType.Uuid), target.Kind]);
        var where = target.TargetGroupId is { } id
            ? await groups.Sql(await Group(id, ct), "r.contact_id", values, ct)
            : target.ContactFilter!.Where(values, await Published("target_group_field", "contact_id, field, value, number", "null::uuid, null::text, null::text, null::int", ct));
        return $"select r.contact_id, r.reason, r.last_name, r.first_names from consent.recipients(${first}, ${first + 1}, ${first + 2}, ${first + 3}) r where {where}";
    }

    /// <summary>The filter or the group as it was asked, JSON.</summary>
    public async Task<string> Kept(ITarget target, CancellationToken ct)
    {
        if (target.TargetGroupId is not { } id)
            return System.Text.Json.JsonSerializer.Serialize(target.ContactFilter, MailingList.Json);
        var group = await Group(id, ct);
        return System.Text.Json.JsonSerializer.Serialize(new { TargetGroup = new GroupThen(group.Name, group.Condition()) }, MailingList.Json);
    }

    /// <summary>A view that every module may publish under one name, all of them as one; <paramref name="none"/> when nobody does.</summary>
    public async Task<string> Published(string view, string columns, string none, CancellationToken ct)
    {
        var views = await published.Of(view, session, ct);
        return views.Count > 0
            ? string.Join(" union all ", views.Select(one => $"select {columns} from {one}"))
            : $"select * from (select {none}) none({columns}) where false";
    }

    private async Task<TargetGroup> Group(Guid id, CancellationToken ct) =>
        await groups.Visible().SingleOrDefaultAsync(g => g.Id == id, ct) ?? throw Refusal.Field("/targetGroupId", "There is no such target group.");
}

/// <summary>A target group as it was when a list was made from it; without definition its people were listed by hand.</summary>
internal sealed record GroupThen(string Name, Condition? Definition);

internal static class TargetRules
{
    /// <summary>What must be right in a target, whatever is done with it.</summary>
    public static void AddTargetRules<T>(this AbstractValidator<T> rules) where T : ITarget
    {
        rules.RuleFor(t => t.ContactFilter).Must((t, filter) => filter is null != t.TargetGroupId is null).WithMessage("Say whom the list is for: by targetGroupId or by contactFilter.");
        rules.RuleFor(t => t.ContactFilter!).SetValidator(new ContactFilterRules()).When(t => t.ContactFilter is not null);
        rules.RuleFor(t => t.Channel).NotNull().IsOneOf([Channels.Email]);
        rules.RuleFor(t => t.Topic).NotNull().IsOneOf(Topics.All);
        rules.RuleFor(t => t.Kind).NotNull().IsOneOf(MailingList.Kinds);
        // 917/2014 200 § and GDPR art. 21 speak of marketing; a newsletter is nothing else.
        rules.RuleFor(t => t.Topic).NotEqual(Topics.Newsletter).When(t => t.Kind == MailingList.Service).WithMessage("A newsletter is marketing, never a service message.");
    }

    /// <summary>The same of a list that is made.</summary>
    public static void AddListRules<T>(this AbstractValidator<T> rules) where T : IListed
    {
        rules.AddTargetRules();
        rules.RuleFor(c => c.Name).NotEmpty().MaximumLength(200).IsPlainText(lines: false);
        rules.RuleFor(c => c.Purpose).NotEmpty().MaximumLength(500).IsPlainText(lines: false);
        rules.RuleFor(c => c.Recipient).NotNull().IsOneOf([.. MailingList.Recipients.Keys]);
        rules.RuleFor(c => c.Unit).IsOneOf(MailingList.Units);
    }
}
