using Karelia.Crm.Imports.Imports;

namespace Karelia.Crm.Imports;

internal sealed class ImportsDb(DbContextOptions<ImportsDb> options) : DbContext(options)
{
    public const string Schema = "imports";

    public DbSet<Import> Imports => Set<Import>();
    public DbSet<StagedRow> Rows => Set<StagedRow>();
    public DbSet<FormMapping> FormMappings => Set<FormMapping>();

    protected override void OnModelCreating(ModelBuilder model) => model.HasDefaultSchema(Schema).ApplyConfigurationsFromAssembly(typeof(ImportsDb).Assembly);
}

file sealed class DesignTime : DesignTimeDb<ImportsDb>
{
    public DesignTime() : base(ImportsDb.Schema) { }
}
