using Karelia.Crm.Accounts.Accounts;
using Karelia.Crm.Accounts.Activities;
using Karelia.Crm.Accounts.Affiliations;
using Karelia.Crm.Accounts.Bulk;
using Karelia.Crm.Accounts.Contacts;
using Karelia.Crm.Accounts.Duplicates;
using Karelia.Crm.Accounts.Merging;
using Karelia.Crm.Accounts.Needs;
using Karelia.Crm.Accounts.SavedViews;

namespace Karelia.Crm.Accounts;

internal sealed class AccountsDb(DbContextOptions<AccountsDb> options) : DbContext(options)
{
    public const string Schema = "accounts";

    public DbSet<Account> Accounts => Set<Account>();
    public DbSet<Affiliation> Affiliations => Set<Affiliation>();
    public DbSet<StatusChange> StatusChanges => Set<StatusChange>();

    public DbSet<Contact> Contacts => Set<Contact>();
    public DbSet<ContactEmail> ContactEmails => Set<ContactEmail>();
    public DbSet<ContactPhone> ContactPhones => Set<ContactPhone>();
    public DbSet<ContactRole> ContactRoles => Set<ContactRole>();

    public DbSet<Activity> Activities => Set<Activity>();
    public DbSet<Need> Needs => Set<Need>();
    public DbSet<Duplicate> Duplicates => Set<Duplicate>();
    public DbSet<DuplicateScan> DuplicateScans => Set<DuplicateScan>();
    public DbSet<Merge> Merges => Set<Merge>();
    public DbSet<MergeRow> MergeRows => Set<MergeRow>();

    public DbSet<SavedView> SavedViews => Set<SavedView>();
    public DbSet<DefaultView> DefaultViews => Set<DefaultView>();

    public DbSet<BulkOperation> BulkOperations => Set<BulkOperation>();
    public DbSet<BulkedRecord> BulkedRecords => Set<BulkedRecord>();

    /// <summary>Lower case, no accents, w as v: <c>Wirta</c> and <c>virta</c> are one, and <c>aijala</c> finds Äijälä.</summary>
    public static string Fold(string text) => throw new NotSupportedException($"Runs in the database: {text}");

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.HasDefaultSchema(Schema).ApplyConfigurationsFromAssembly(typeof(AccountsDb).Assembly);
        model.HasPostgresExtension("pg_trgm").HasPostgresExtension("unaccent");
        model.HasDbFunction(() => Fold(default!)).HasName("fold").HasSchema(Schema);
    }
}

file sealed class DesignTime : DesignTimeDb<AccountsDb>
{
    public DesignTime() : base(AccountsDb.Schema) { }
}
