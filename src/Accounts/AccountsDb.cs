using Karelia.Crm.Accounts.Contacts;

namespace Karelia.Crm.Accounts;

internal sealed class AccountsDb(DbContextOptions<AccountsDb> options) : DbContext(options)
{
    public const string Schema = "accounts";

    public DbSet<Contact> Contacts => Set<Contact>();
    public DbSet<ContactEmail> ContactEmails => Set<ContactEmail>();
    public DbSet<ContactPhone> ContactPhones => Set<ContactPhone>();
    public DbSet<ContactRole> ContactRoles => Set<ContactRole>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.HasDefaultSchema(Schema).ApplyConfigurationsFromAssembly(typeof(AccountsDb).Assembly);
        model.HasPostgresExtension("pg_trgm").HasPostgresExtension("unaccent");
    }
}

file sealed class DesignTime : DesignTimeDb<AccountsDb>
{
    public DesignTime() : base(AccountsDb.Schema) { }
}
