using Karelia.Crm.Accounts;
using Karelia.Crm.ExpertPool.Assignments;
using Karelia.Crm.ExpertPool.Experts;
using Karelia.Crm.ExpertPool.Files;
using Karelia.Crm.ExpertPool.Shortlists;

namespace Karelia.Crm.ExpertPool;

internal sealed class ExpertPoolDb(DbContextOptions<ExpertPoolDb> options) : DbContext(options)
{
    public const string Schema = "experts";

    public DbSet<Expert> Experts => Set<Expert>();
    public DbSet<Assignment> Assignments => Set<Assignment>();
    public DbSet<ExpertFile> Files => Set<ExpertFile>();
    public DbSet<Shortlist> Shortlists => Set<Shortlist>();
    public DbSet<ShortlistedExpert> Shortlisted => Set<ShortlistedExpert>();
    public DbSet<ContactCard> ContactCards => Set<ContactCard>();
    public DbSet<PoolConsent> Consents => Set<PoolConsent>();
    public DbSet<ListedCode> Codes => Set<ListedCode>();
    public DbSet<AccountName> Accounts => Set<AccountName>();
    public DbSet<Search.Scored> Scored => Set<Search.Scored>();
    public DbSet<MailablePerson> MailablePeople => Set<MailablePerson>();

    /// <summary>Folded text, as in <see cref="ContactCard.SearchText"/>.</summary>
    public static string Fold(string text) => throw new NotSupportedException($"Runs in the database: {text}");

    /// <summary>Whom the consents and blocks let us write to.</summary>
    public IQueryable<MailablePerson> Mailable(string channel, string topic) => FromExpression(() => Mailable(channel, topic));

    /// <summary>
    /// The expert to be read or changed, its card and its consent; the id of a merged person leads to the survivor. 404 when the caller does not know of the person, or the
    /// consent to the pool does not stand: what rests on it stops the same moment.
    /// </summary>
    public async Task<(Expert Expert, ContactCard Card, PoolConsent Consent)> Find(Guid contactId, CancellationToken ct)
    {
        var card = await Card(contactId, ct) ?? throw Refusal.Unknown();
        var consent = await Consents.FirstOrDefaultAsync(c => c.ContactId == card.Id, ct) ?? throw Refusal.Unknown();
        return (await Experts.FirstOrDefaultAsync(e => e.ContactId == card.Id, ct) ?? throw Refusal.Unknown(), card, consent);
    }

    /// <summary>The same, to be changed: 409 when the person is passive, 412 when somebody changed the expert meanwhile.</summary>
    public async Task<(Expert Expert, ContactCard Card, PoolConsent Consent)> FindToChange(Guid contactId, Call call, CancellationToken ct)
    {
        var found = await Find(contactId, ct);
        if (found.Card.IsPassive)
            throw Refusal.Passive();
        call.Expect(found.Expert.Version);
        return found;
    }

    /// <summary>The published card of a person, or of whom it was merged into.</summary>
    public async Task<ContactCard?> Card(Guid contactId, CancellationToken ct) => await ContactCards.FirstOrDefaultAsync(c => c.Id == contactId, ct)
        ?? await ContactCards.FirstOrDefaultAsync(c => Database.SqlQuery<Guid>($"select contact_id as \"Value\" from accounts.contact_alias where id = {contactId}").Contains(c.Id), ct);

    /// <summary>422 when one of the codes is not in the list.</summary>
    public async Task RefuseUnknown(string list, string pointer, IReadOnlyCollection<string> codes, CancellationToken ct)
    {
        var known = codes.Count == 0 ? [] : await Codes.Where(c => c.List == list && codes.Contains(c.Code)).Select(c => c.Code).ToListAsync(ct);
        if (codes.Except(known).FirstOrDefault() is { } unknown)
            throw Refusal.Field(pointer, $"The list has no code '{unknown}'.");
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.HasDefaultSchema(Schema).ApplyConfigurationsFromAssembly(typeof(ExpertPoolDb).Assembly);
        model.Entity<ContactCard>().ToView("contact_card", "accounts");
        model.Entity<PoolConsent>().HasNoKey().ToView("pool_consent");
        model.Entity<ListedCode>().ToView("code", "administration").HasKey(c => new { c.List, c.Code });
        model.Entity<AccountName>().ToView("account_card", "accounts");
        model.Entity<Search.Scored>().HasNoKey().ToView("scored");
        model.Entity<MailablePerson>().HasNoKey().ToView("mailable");
        model.HasDbFunction(() => Fold(default!)).HasName("fold").HasSchema("accounts");
        model.HasDbFunction(() => Mailable(default!, default!)).HasName("mailable").HasSchema("consent");
    }
}

/// <summary>The consent of a member of the pool while it stands: since when, and the day by which it should be renewed.</summary>
internal sealed class PoolConsent
{
    public Guid ContactId { get; init; }
    public DateTimeOffset Since { get; init; }
    public DateOnly ValidUntil { get; init; }

    /// <summary>Consents that end before this day should be renewed now.</summary>
    public static DateOnly RenewBefore(TimeProvider clock) => Days.Today(clock).AddDays(90);
}

/// <summary>A code of a list, as <c>administration.code</c> publishes it.</summary>
internal sealed class ListedCode
{
    public required string List { get; init; }
    public required string Code { get; init; }
    public required string Fi { get; init; }
    public required string En { get; init; }
    public string[] Aliases { get; init; } = [];
    public int Position { get; init; }
    public bool IsRetired { get; init; }
}

/// <summary>An organisation by name, as <c>accounts.account_card</c> publishes it.</summary>
internal sealed class AccountName
{
    public Guid Id { get; init; }
    public required string Name { get; init; }
    public bool IsPassive { get; init; }
}

/// <summary>A row of <c>consent.mailable(channel, topic)</c>.</summary>
internal sealed class MailablePerson
{
    public Guid ContactId { get; init; }
}

file sealed class DesignTime : DesignTimeDb<ExpertPoolDb>
{
    public DesignTime() : base(ExpertPoolDb.Schema) { }
}
