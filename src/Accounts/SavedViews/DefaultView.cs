using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Karelia.Crm.Accounts.SavedViews;

/// <summary>The view that a list opens in for one member of staff: an own one, or one that others share.</summary>
internal sealed class DefaultView
{
    public Guid UserId { get; init; }
    public required string List { get; init; }
    public Guid ViewId { get; set; }
}

file sealed class Mapping : IEntityTypeConfiguration<DefaultView>
{
    public void Configure(EntityTypeBuilder<DefaultView> builder)
    {
        builder.ToTable("default_views").HasKey(v => new { v.UserId, v.List });
        builder.HasOne<SavedView>().WithMany().HasForeignKey(v => v.ViewId).OnDelete(DeleteBehavior.Cascade);
    }
}
