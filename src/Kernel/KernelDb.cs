using Karelia.Crm.Kernel.Jobs;

namespace Karelia.Crm.Kernel;

/// <summary>The kernel's tables are written by SQL, in Migrations; only jobs are read as entities.</summary>
internal sealed class KernelDb(DbContextOptions<KernelDb> options) : DbContext(options)
{
    public DbSet<JobRow> Jobs => Set<JobRow>();

    protected override void OnModelCreating(ModelBuilder model) => model.HasDefaultSchema("kernel").ApplyConfigurationsFromAssembly(typeof(KernelDb).Assembly);
}

file sealed class DesignTime : DesignTimeDb<KernelDb>
{
    public DesignTime() : base("kernel") { }
}
