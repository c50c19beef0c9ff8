using Karelia.Crm.Accounts;
using Karelia.Crm.Events.Attendance;
using Karelia.Crm.Events.Events;
using Karelia.Crm.Events.Feedback;
using Karelia.Crm.Events.Participants;

namespace Karelia.Crm.Events;

internal sealed class EventsDb(DbContextOptions<EventsDb> options) : DbContext(options)
{
    public const string Schema = "events";

    public DbSet<Event> Events => Set<Event>();
    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<Organiser> Organisers => Set<Organiser>();
    public DbSet<Participant> Participants => Set<Participant>();
    public DbSet<SpecialNeeds> SpecialNeeds => Set<SpecialNeeds>();
    public DbSet<Tick> Ticks => Set<Tick>();
    public DbSet<Question> Questions => Set<Question>();
    public DbSet<Answer> Answers => Set<Answer>();

    public DbSet<ContactCard> ContactCards => Set<ContactCard>();
    public DbSet<AccountCard> AccountCards => Set<AccountCard>();
    public DbSet<MergedPerson> MergedPeople => Set<MergedPerson>();

    /// <summary>Folded text, as in <see cref="ContactCard.SearchText"/>.</summary>
    public static string Fold(string text) => throw new NotSupportedException($"Runs in the database: {text}");

    /// <summary>How long diets, accessibility and the door's ticks are kept after an event.</summary>
    public static DateTimeOffset NeedsKeptUntil(DateTimeOffset endsAt) => throw new NotSupportedException($"Runs in the database: {endsAt}");

    public async Task<Event> Find(Guid id, CancellationToken ct) =>
        await Events.Include(e => e.Sessions).Include(e => e.Organisers).AsSplitQuery().FirstOrDefaultAsync(e => e.Id == id, ct) ?? throw Refusal.Unknown();

    /// <summary>404 when there is no such participant, or the caller does not know of the person.</summary>
    public async Task<(Participant Participant, ContactCard Card)> Find(Guid eventId, Guid participantId, CancellationToken ct)
    {
        var participant = await Participants.FirstOrDefaultAsync(p => p.Id == participantId && p.EventId == eventId, ct) ?? throw Refusal.Unknown();
        return (participant, await ContactCards.FirstOrDefaultAsync(c => c.Id == participant.ContactId, ct) ?? throw Refusal.Unknown());
    }

    /// <summary>Those who are in the register under their own id: what stayed with an id that was merged away is there twice.</summary>
    public IQueryable<Participant> Counted => Participants.Where(p => !MergedPeople.Any(m => m.Id == p.ContactId));

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.HasDefaultSchema(Schema).ApplyConfigurationsFromAssembly(typeof(EventsDb).Assembly);
        model.Entity<ContactCard>().ToView("contact_card", "accounts");
        model.Entity<AccountCard>().ToView("account_card", "accounts");
        model.Entity<MergedPerson>().ToView("contact_alias", "accounts");
        model.HasDbFunction(() => Fold(default!)).HasName("fold").HasSchema("accounts");
        model.HasDbFunction(() => NeedsKeptUntil(default)).HasName("needs_kept_until");
    }
}

/// <summary>A row of <c>accounts.account_card</c>.</summary>
internal sealed class AccountCard
{
    public Guid Id { get; init; }
    public required string Name { get; init; }
    public string? BusinessId { get; init; }
    public bool IsPassive { get; init; }
}

/// <summary>A row of <c>accounts.contact_alias</c>: an id that was merged away.</summary>
internal sealed class MergedPerson
{
    public Guid Id { get; init; }
    public Guid ContactId { get; init; }
}

file sealed class DesignTime : DesignTimeDb<EventsDb>
{
    public DesignTime() : base(EventsDb.Schema) { }
}
