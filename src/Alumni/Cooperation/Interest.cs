using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Karelia.Crm.Alumni.Cooperation;

/// <summary>A form of cooperation that interests an alumnus.</summary>
internal sealed class Interest
{
    public Guid ContactId { get; init; }

    /// <summary>Alumniyhteistyön muoto: a code of the list <c>cooperation-forms</c>.</summary>
    public required string FormCode { get; init; }

    /// <summary>What the person wrote beside it, such as after "Muu, mikä?".</summary>
    public string? Note { get; set; }
    public DateTimeOffset AddedAt { get; init; }
}

file sealed class Mapping : IEntityTypeConfiguration<Interest>
{
    public void Configure(EntityTypeBuilder<Interest> builder)
    {
        builder.HasKey(i => new { i.ContactId, i.FormCode });
        builder.HasIndex(i => new { i.FormCode, i.ContactId }).HasDatabaseName("ix_interests_form");
    }
}
