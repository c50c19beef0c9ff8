using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Karelia.Crm.Accounts.SavedViews;

/// <summary>A list's filters, order and columns under a name, a member of staff's own or shared with all.</summary>
internal sealed class SavedView
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>One of <see cref="Lists"/>.</summary>
    public required string List { get; init; }
    public required string Name { get; set; }

    /// <summary>The address's query, as the web client writes it.</summary>
    public required string Query { get; set; }
    public bool IsShared { get; set; }
    public Guid OwnerId { get; init; }
    public required string OwnerName { get; init; }
    public DateTimeOffset CreatedAt { get; init; }

    public static readonly string[] Lists = ["contacts", "accounts", "alumni", "experts"];
}

/// <summary>A saved view as its reader sees it.</summary>
internal sealed record SavedViewItem(Guid Id, string List, string Name, string Query, bool Shared, bool Mine, bool IsDefault)
{
    public static SavedViewItem Of(SavedView view, CurrentUser user, bool isDefault) => new(view.Id, view.List, view.Name, view.Query, view.IsShared, view.OwnerId == user.Id, isDefault);
}

file sealed class Mapping : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> builder)
    {
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.HasIndex(v => new { v.OwnerId, v.List, v.Name }).IsUnique().HasDatabaseName("ux_saved_views_name");
    }
}
