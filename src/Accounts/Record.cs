namespace Karelia.Crm.Accounts;

/// <summary>What organisations and people have in common: a version, a status of the cooperation, somebody who looks after them, and that they can be passive.</summary>
internal abstract class Record
{
    public Guid Id { get; init; }

    /// <summary>Yhteistyön tila: one of <see cref="CooperationStatuses"/>; what it was before stands in the history.</summary>
    public string? Status { get; private set; }

    /// <summary>Vastuuhenkilö: the user who looks after the record.</summary>
    public Guid? OwnerId { get; private set; }
    public string? OwnerName { get; private set; }

    /// <summary>The record's id in the system that it was moved from.</summary>
    public string? SourceId { get; set; }

    /// <summary>The record that this one became a part of: its id leads there.</summary>
    public Guid? MergedIntoId { get; private set; }

    public bool IsPassive { get; private set; }
    public string? PassiveReason { get; private set; }
    public DateTimeOffset? PassiveSince { get; private set; }

    /// <summary>Raised by any change to the record or its parts; the ETag.</summary>
    public long Version { get; private set; } = 1;
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Said by every change to the record or its parts.</summary>
    public void Touch(DateTimeOffset now)
    {
        Version++;
        UpdatedAt = now;
    }

    /// <summary>Others became a part of it: its version passes all of theirs, so that nobody changes it by what they read of another.</summary>
    public void Absorb(IEnumerable<Record> others, DateTimeOffset now)
    {
        Version = others.Select(other => other.Version).Append(Version).Max();
        Touch(now);
    }

    public void RefuseIfPassive()
    {
        if (IsPassive)
            throw Refusal.Passive();
    }

    public void Passivate(string reason, DateTimeOffset now)
    {
        RefuseIfPassive();
        (IsPassive, PassiveReason, PassiveSince) = (true, reason, now);
        Touch(now);
    }

    public void Activate(DateTimeOffset now)
    {
        if (!IsPassive)
            throw new Refusal("already-active", detail: "The record is active already.");
        (IsPassive, PassiveReason, PassiveSince) = (false, null, null);
        Touch(now);
    }

    /// <summary>Null leaves the record without an owner.</summary>
    public void HandTo(Guid? id, string? name) => (OwnerId, OwnerName) = (id, name);

    /// <summary>False when it is that already.</summary>
    public bool Become(string? status)
    {
        var isNew = status != Status;
        Status = status;
        return isNew;
    }
}
