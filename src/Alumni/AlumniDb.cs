using Karelia.Crm.Accounts;
using Karelia.Crm.Alumni.Alumni;
using Karelia.Crm.Alumni.Cooperation;
using Karelia.Crm.Alumni.Mentoring;
using Karelia.Crm.Alumni.Requests;

namespace Karelia.Crm.Alumni;

internal sealed class AlumniDb(DbContextOptions<AlumniDb> options) : DbContext(options)
{
    public const string Schema = "alumni";

    public DbSet<Alumnus> Alumni => Set<Alumnus>();
    public DbSet<Degree> Degrees => Set<Degree>();
    public DbSet<Interest> Interests => Set<Interest>();
    public DbSet<Registration> Registrations => Set<Registration>();
    public DbSet<AlumniRequest> Requests => Set<AlumniRequest>();
    public DbSet<MentoringPair> Mentorings => Set<MentoringPair>();
    public DbSet<AlumniSettings> Settings => Set<AlumniSettings>();
    public DbSet<Touch> Touches => Set<Touch>();

    /// <summary>Without those who withdrew or refused the consent to the alumni register.</summary>
    public DbSet<ContactCard> ContactCards => Set<ContactCard>();
    public DbSet<MailablePerson> MailablePeople => Set<MailablePerson>();

    public DbSet<Member> Members => Set<Member>();

    /// <summary>Folded text, as in <see cref="ContactCard.SearchText"/>.</summary>
    public static string Fold(string text) => throw new NotSupportedException($"Runs in the database: {text}");

    /// <summary>Whom the consents and blocks let us write to.</summary>
    public IQueryable<MailablePerson> Mailable(string channel, string topic) => FromExpression(() => Mailable(channel, topic));

    /// <summary>The alumnus to be read or changed, and its card; the id of a merged person leads to the survivor. 404 when the caller does not know of the person, or the person withdrew from the register.</summary>
    public async Task<(Alumnus Alumnus, ContactCard Card)> Find(Guid contactId, CancellationToken ct)
    {
        var card = await ContactCards.FirstOrDefaultAsync(c => c.Id == contactId, ct)
            ?? await ContactCards.FirstOrDefaultAsync(c => Database.SqlQuery<Guid>($"select contact_id as \"Value\" from accounts.contact_alias where id = {contactId}").Contains(c.Id), ct)
            ?? throw Refusal.Unknown();
        var alumnus = await Alumni.Include(a => a.Degrees).Include(a => a.Interests).Include(a => a.Registrations).AsSplitQuery().FirstOrDefaultAsync(a => a.ContactId == card.Id, ct);
        return (alumnus ?? throw Refusal.Unknown(), card);
    }

    /// <summary>As <see cref="Find"/>, for a change: 409 when the person is passive.</summary>
    public async Task<(Alumnus Alumnus, ContactCard Card)> FindToChange(Guid contactId, CancellationToken ct)
    {
        var found = await Find(contactId, ct);
        return found.Card.IsPassive ? throw Refusal.Passive() : found;
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.HasDefaultSchema(Schema).ApplyConfigurationsFromAssembly(typeof(AlumniDb).Assembly);
        model.Entity<ContactCard>().ToView("member_card");
        model.Entity<Member>().HasNoKey().ToView("member", Schema);
        model.Entity<Touch>().HasNoKey().ToView("contact_touch", Schema);
        model.Entity<MailablePerson>().HasNoKey().ToView("mailable");
        model.HasDbFunction(() => Fold(default!)).HasName("fold").HasSchema("accounts");
        model.HasDbFunction(() => Mailable(default!, default!)).HasName("mailable").HasSchema("consent");
    }
}

/// <summary>Somebody whose card <see cref="AlumniDb.ContactCards"/> holds.</summary>
internal sealed class Member
{
    public Guid ContactId { get; init; }
}

/// <summary>A row of <c>consent.mailable(channel, topic)</c>.</summary>
internal sealed class MailablePerson
{
    public Guid ContactId { get; init; }
}

file sealed class DesignTime : DesignTimeDb<AlumniDb>
{
    public DesignTime() : base(AlumniDb.Schema) { }
}
