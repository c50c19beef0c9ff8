using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Karelia.Crm.Administration.SignIn;

/// <summary>A program that may call the API with a token of its own. What it may do, its app roles in Entra ID say.</summary>
internal sealed class Application
{
    public required string ClientId { get; init; }
    public required string Name { get; init; }
    public bool IsActive { get; init; }
}

file sealed class Mapping : IEntityTypeConfiguration<Application>
{
    public void Configure(EntityTypeBuilder<Application> builder) => builder.HasKey(application => application.ClientId);
}
