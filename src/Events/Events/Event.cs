using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Karelia.Crm.Events.Events;

/// <summary>Tilaisuus: continuing education, an event or an RDI event, in one session or several.</summary>
internal sealed class Event
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Name { get; set; }

    /// <summary>One of <see cref="EventCodes.Kinds"/>; it tells which group of data subjects the participants belong to.</summary>
    public required string Kind { get; set; }
    public string State { get; set; } = EventCodes.Planned;
    public string? Description { get; set; }

    /// <summary>Opintopisteet.</summary>
    public decimal? Credits { get; set; }

    /// <summary>How many fit in. One more is told of, never refused.</summary>
    public int? Capacity { get; set; }

    /// <summary>The organisation that arranges it, when it is not we alone.</summary>
    public Guid? AccountId { get; set; }

    /// <summary>From the first session's beginning to the last one's end.</summary>
    public DateTimeOffset StartsAt { get; private set; }
    public DateTimeOffset EndsAt { get; private set; }

    public Guid CreatedById { get; init; }
    public required string CreatedBy { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Raised by any change to the event, its sessions and organisers; participants have versions of their own.</summary>
    public long Version { get; private set; } = 1;

    public List<Session> Sessions { get; init; } = [];
    public List<Organiser> Organisers { get; init; } = [];

    public void Meet(IEnumerable<SessionLine> lines)
    {
        Sessions.Clear();
        Sessions.AddRange(lines.OrderBy(line => line.StartsAt).Select(line => new Session
        {
            EventId = Id,
            StartsAt = line.StartsAt.ToMicroseconds(),
            EndsAt = line.EndsAt.ToMicroseconds(),
            Place = EventCodes.Trimmed(line.Place),
        }));
        StartsAt = Sessions.Min(session => session.StartsAt);
        EndsAt = Sessions.Max(session => session.EndsAt);
    }

    public void Touch(DateTimeOffset now)
    {
        Version++;
        UpdatedAt = now;
    }
}

/// <summary>One meeting of an event.</summary>
internal sealed class Session
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid EventId { get; init; }
    public DateTimeOffset StartsAt { get; init; }
    public DateTimeOffset EndsAt { get; init; }
    public string? Place { get; init; }
}

/// <summary>A member of staff who arranges the event.</summary>
internal sealed class Organiser
{
    public Guid EventId { get; init; }
    public Guid UserId { get; init; }
    public required string Name { get; init; }
}

file sealed class Mapping : IEntityTypeConfiguration<Event>, IEntityTypeConfiguration<Session>, IEntityTypeConfiguration<Organiser>
{
    public void Configure(EntityTypeBuilder<Event> builder)
    {
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Version).IsConcurrencyToken();
        builder.Property(e => e.Credits).HasPrecision(5, 1);
        builder.Property<string>("SearchText").HasComputedColumnSql("accounts.fold(name)", stored: true);
        builder.HasIndex("SearchText").HasMethod("gin").HasOperators("gin_trgm_ops").HasDatabaseName("ix_events_search_text");
        builder.HasIndex(e => new { e.StartsAt, e.Id }).HasDatabaseName("ix_events_starts_at");
        builder.HasIndex(e => new { e.Name, e.Id }).HasDatabaseName("ix_events_name");
        builder.HasIndex(e => e.AccountId).HasFilter("account_id is not null").HasDatabaseName("ix_events_account");
        builder.HasMany(e => e.Sessions).WithOne().HasForeignKey(s => s.EventId);
        builder.HasMany(e => e.Organisers).WithOne().HasForeignKey(o => o.EventId);
    }

    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasIndex(s => new { s.EventId, s.StartsAt }).HasDatabaseName("ix_sessions_event");
    }

    public void Configure(EntityTypeBuilder<Organiser> builder) => builder.HasKey(o => new { o.EventId, o.UserId });
}
