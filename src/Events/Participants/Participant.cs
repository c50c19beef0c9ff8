using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Karelia.Crm.Events.Participants;

/// <summary>Osallistuja: a person at an event, with the organisation that the person represents there.</summary>
internal sealed class Participant
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid EventId { get; init; }
    public Guid ContactId { get; init; }

    /// <summary>As it was told; it need not be in the register.</summary>
    public string? Organisation { get; set; }

    /// <summary>The organisation of the register that those words mean, when one does.</summary>
    public Guid? AccountId { get; set; }

    /// <summary>Tehtävä.</summary>
    public string? Task { get; set; }

    /// <summary>on-site or remote, when it was asked.</summary>
    public string? Mode { get; set; }
    public DateTimeOffset RegisteredAt { get; set; }

    /// <summary>One of <see cref="ParticipantStates"/>.</summary>
    public string State { get; private set; } = ParticipantStates.Registered;

    /// <summary>Since when; null where the registration is all that happened.</summary>
    public DateTimeOffset? StateAt { get; private set; }

    /// <summary>The tick at the door or the decision at the desk that set the state; null when a sheet did. It tells two of one instant apart.</summary>
    public Guid? TickId { get; private set; }

    /// <summary>What the participant was before somebody decided that it came: a tick taken back, on whichever phone, brings it back.</summary>
    public string? StateBefore { get; private set; }

    /// <summary>What the last imported answer said, as hashes (<see cref="Consent.ToldBefore"/>).</summary>
    public string? Told { get; private set; }

    /// <summary>The file or the member of staff that the registration came by.</summary>
    public required string Source { get; init; }
    public DateTimeOffset UpdatedAt { get; set; }
    public long Version { get; private set; } = 1;

    public void Become(string state, DateTimeOffset at, Guid tick)
    {
        if (state == ParticipantStates.TakenBack)
            state = State == ParticipantStates.Attended ? StateBefore ?? ParticipantStates.Registered : State;
        StateBefore = state != ParticipantStates.Attended ? null : State == ParticipantStates.Attended ? StateBefore : State;
        (State, StateAt, TickId) = (state, at, tick);
    }

    public void Touch(DateTimeOffset now)
    {
        Version++;
        UpdatedAt = now;
    }
}

/// <summary>Erityistiedot: what the arrangements must take into account. Apart, for few eyes, and gone soon after the event.</summary>
internal sealed class SpecialNeeds
{
    public Guid ParticipantId { get; init; }
    public Guid ContactId { get; init; }
    public string? Diet { get; set; }
    public string? Accessibility { get; set; }

    /// <summary>What the last imported answer said of them, as hashes (<see cref="Consent.ToldBefore"/>): here, so that it goes when they go.</summary>
    public string? Told { get; private set; }
}

/// <summary>Codes of what became of a registration.</summary>
internal static class ParticipantStates
{
    public const string Registered = "registered";
    public const string Attended = "attended";
    public const string Cancelled = "cancelled";
    public const string NoShow = "no-show";

    /// <summary>No state, but what a tick at the door says: not come after all, back to what was before.</summary>
    public const string TakenBack = "taken-back";
    public static readonly string[] All = [Registered, Attended, Cancelled, NoShow];
    public static readonly string[] Modes = ["on-site", "remote"];
}

file sealed class Mapping : IEntityTypeConfiguration<Participant>, IEntityTypeConfiguration<SpecialNeeds>
{
    public void Configure(EntityTypeBuilder<Participant> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.Property<string>("SearchText").HasComputedColumnSql("accounts.fold(coalesce(organisation, '') || ' ' || coalesce(task, ''))", stored: true);
        builder.HasIndex(p => new { p.EventId, p.ContactId }).IsUnique().HasDatabaseName("ix_participants_event_contact");
        builder.HasIndex(p => p.ContactId).HasDatabaseName("ix_participants_contact");
        builder.HasIndex(p => p.AccountId).HasFilter("account_id is not null").HasDatabaseName("ix_participants_account");
    }

    public void Configure(EntityTypeBuilder<SpecialNeeds> builder)
    {
        builder.ToTable("special_needs").HasKey(s => s.ParticipantId);
        builder.Property(s => s.ParticipantId).ValueGeneratedNever();
        builder.HasIndex(s => s.ContactId).HasDatabaseName("ix_special_needs_contact");
        builder.HasOne<Participant>().WithOne().HasForeignKey<SpecialNeeds>(s => s.ParticipantId).OnDelete(DeleteBehavior.Cascade);
    }
}
