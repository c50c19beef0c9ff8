namespace Karelia.Crm.Consent.MailingLists;

/// <summary>Whom a mailing list is meant for: topic, channel and filter, as both the count and the export ask it.</summary>
internal interface ITarget
{
    Guid? TargetGroupId { get; }
    ContactFilter? ContactFilter { get; }
    string Channel { get; }
    string Topic { get; }
}

/// <summary>How many people the filter meant who get nothing, by reason.</summary>
internal sealed record Exclusions(int NoBasis, int Withdrawn, int Blocked, int Passive, int Restricted, int NoAddress)
{
    /// <summary>For all but the data protection officer a restricted person is unknown: one without a basis among others.</summary>
    public Exclusions For(CurrentUser user) =>
        user.Is(Role.DataProtectionOfficer) ? this : this with { NoBasis = NoBasis + Restricted, Restricted = 0 };
}

/// <summary>The target in SQL.</summary>
internal sealed class Targets(DbSession session, PublishedViews published)
{
    /// <summary>SQL of the target's people (contact_id, reason, last_name, first_names); parameters are added to <paramref name="values"/>.</summary>
    public async Task<string> Sql(ITarget target, List<object?> values, CancellationToken ct)
    {
        values.AddRange([target.Channel, target.Topic]);
        var (channel, topic) = ($"${values.Count - 1}", $"${values.Count}");
        var where = target.ContactFilter!.Where(values, await Published("target_group_field", "contact_id, field, value, number", "null::uuid, null::text, null::text, null::int", ct));
        return $"select r.contact_id, r.reason, r.last_name, r.first_names from consent.recipients({channel}, {topic}) r where {where}";
    }

    /// <summary>A view that every module may publish under one name, all of them as one; <paramref name="none"/> when nobody does.</summary>
    public async Task<string> Published(string view, string columns, string none, CancellationToken ct)
    {
        var views = await published.Of(view, session, ct);
        return views.Count > 0
            ? string.Join(" union all ", views.Select(one => $"select {columns} from {one}"))
            : $"select * from (select {none}) none({columns}) where false";
    }
}

internal static class TargetRules
{
    /// <summary>What must be right in a target, whatever is done with it.</summary>
    public static void AddTargetRules<T>(this AbstractValidator<T> rules) where T : ITarget
    {
        rules.RuleFor(t => t.TargetGroupId).Null().WithMessage("Target groups are not in the register yet: say whom you mean by contactFilter.");
        rules.RuleFor(t => t.ContactFilter).NotNull().WithMessage("Say whom the list is for.");
        rules.RuleFor(t => t.ContactFilter!).SetValidator(new ContactFilterRules()).When(t => t.ContactFilter is not null);
        rules.RuleFor(t => t.Channel).NotNull().IsOneOf([Channels.Email]);
        rules.RuleFor(t => t.Topic).NotNull().IsOneOf(Topics.All);
    }
}
