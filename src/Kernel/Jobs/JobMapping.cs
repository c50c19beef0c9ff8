using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Karelia.Crm.Kernel.Jobs;

internal sealed class JobMapping : IEntityTypeConfiguration<JobRow>
{
    public void Configure(EntityTypeBuilder<JobRow> builder)
    {
        builder.ToTable("jobs");
        builder.Property(job => job.Payload).HasColumnType("jsonb");
        builder.HasIndex(job => new { job.State, job.CreatedAt }).HasDatabaseName("ix_jobs_queue").HasFilter("state in ('queued', 'running')");
    }
}
