namespace Karelia.Crm.Administration.SignIn;

/// <summary>A key that protects cookies and sessions, shared by every host.</summary>
internal sealed class DataProtectionKey
{
    public int Id { get; init; }
    public required string FriendlyName { get; init; }
    public required string Xml { get; init; }
}
