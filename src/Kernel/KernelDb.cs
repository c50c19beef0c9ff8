using Karelia.Crm.Kernel.Jobs;
using Karelia.Crm.Kernel.Mail;
using Microsoft.EntityFrameworkCore.Design;

namespace Karelia.Crm.Kernel;

/// <summary>The kernel's tables are written by SQL, in Migrations; only jobs are read as entities.</summary>
internal sealed class KernelDb(DbContextOptions<KernelDb> options) : DbContext(options)
{
    public DbSet<JobRow> Jobs => Set<JobRow>();

    protected override void OnModelCreating(ModelBuilder model) => model.HasDefaultSchema("kernel").ApplyConfigurationsFromAssembly(typeof(KernelDb).Assembly)
        .Entity<OutgoingMail>().ToTable("outgoing").HasIndex(mail => mail.DueAt).HasFilter("state = 'queued'").HasDatabaseName("ix_outgoing_queue");
}

file sealed class DesignTime() : DesignTimeDb<KernelDb>("kernel");

internal sealed class KernelPersonalData : PersonalData
{
    public KernelPersonalData()
    {
        Unlinked<JobRow>()
            .About(DataSubjects.Users).For(Kernel.Purposes.UserAdministration)
            .From("järjestelmä kirjaa", "recorded by the system")
            .Field(j => j.UserId, "työn käynnistäjä", "who started the job")
            .Field(j => j.UserName, "työn käynnistäjän nimi", "name of who started the job")
            .NotPersonal(
                j => j.Kind, j => j.State, j => j.Done, j => j.Total, j => j.Command, j => j.Payload, j => j.UserRoles, j => j.CreatedAt, j => j.StartedAt,
                j => j.FinishedAt, j => j.LeasedUntil, j => j.Attempts, j => j.ProblemType, j => j.ProblemDetail);
        Of<OutgoingMail>(m => m.ContactId).EvenIfPassive().FoundBy("t.recipient in (select e.address from accounts.contact_emails e where e.contact_id = any($1))").About(DataSubjects.Everybody).For(Kernel.Purposes.Accountability)
            .Field(m => m.Recipient, "lähtevän viestin osoite", "address of an outgoing message")
            .Field(m => m.Subject, "lähtevän viestin otsikko", "subject of an outgoing message").Field(m => m.Text, "lähtevä viesti", "outgoing message").NotPersonal(m => m.CreatedAt, m => m.DueAt, m => m.Attempts, m => m.State, m => m.FinishedAt, m => m.Problem);
    }
}

/// <summary>Lets <c>scripts/migration</c> build a module's context without a host or a database.</summary>
public abstract class DesignTimeDb<TDb>(string schema) : IDesignTimeDbContextFactory<TDb> where TDb : DbContext
{
    /// <inheritdoc />
    public TDb CreateDbContext(string[] args) => (TDb)Activator.CreateInstance(typeof(TDb), Modules.Options<TDb>(schema))!;
}
