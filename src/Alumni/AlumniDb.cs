using Karelia.Crm.Accounts;
using Karelia.Crm.Alumni.Alumni;
using Karelia.Crm.Alumni.Cooperation;

namespace Karelia.Crm.Alumni;

internal sealed class AlumniDb(DbContextOptions<AlumniDb> options) : DbContext(options)
{
    public const string Schema = "alumni";

    public DbSet<Alumnus> Alumni => Set<Alumnus>();
    public DbSet<Degree> Degrees => Set<Degree>();
    public DbSet<Interest> Interests => Set<Interest>();
    public DbSet<CooperationForm> CooperationForms => Set<CooperationForm>();
    public DbSet<ContactCard> ContactCards => Set<ContactCard>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.HasDefaultSchema(Schema).ApplyConfigurationsFromAssembly(typeof(AlumniDb).Assembly);
        model.Entity<ContactCard>().ToView("contact_card", "accounts");
    }
}

file sealed class DesignTime : DesignTimeDb<AlumniDb>
{
    public DesignTime() : base(AlumniDb.Schema) { }
}
