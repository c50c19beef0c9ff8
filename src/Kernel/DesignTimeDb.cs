using Microsoft.EntityFrameworkCore.Design;

namespace Karelia.Crm.Kernel;

/// <summary>Lets <c>scripts/migration</c> build a module's context without a host or a database.</summary>
public abstract class DesignTimeDb<TDb>(string schema) : IDesignTimeDbContextFactory<TDb> where TDb : DbContext
{
    /// <inheritdoc />
    public TDb CreateDbContext(string[] args) => (TDb)Activator.CreateInstance(typeof(TDb), Modules.Options<TDb>(schema))!;
}
