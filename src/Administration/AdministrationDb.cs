using Karelia.Crm.Administration.CodeLists;
using Karelia.Crm.Administration.SignIn;
using Karelia.Crm.Administration.Users;

namespace Karelia.Crm.Administration;

internal sealed class AdministrationDb(DbContextOptions<AdministrationDb> options) : DbContext(options)
{
    public const string Schema = "administration";

    public DbSet<User> Users => Set<User>();
    public DbSet<Application> Applications => Set<Application>();
    public DbSet<AuthSession> AuthSessions => Set<AuthSession>();
    public DbSet<ListedCode> Codes => Set<ListedCode>();
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void OnModelCreating(ModelBuilder model) =>
        model.HasDefaultSchema(Schema).ApplyConfigurationsFromAssembly(typeof(AdministrationDb).Assembly);
}

file sealed class DesignTime : DesignTimeDb<AdministrationDb>
{
    public DesignTime() : base(AdministrationDb.Schema) { }
}
