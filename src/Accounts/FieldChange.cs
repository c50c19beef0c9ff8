using System.Text.Json;

namespace Karelia.Crm.Accounts;

/// <summary>One change of one field. <c>field</c> is the contract's name for it, <c>partId</c> the changed part (a place in an organisation, an address).</summary>
public sealed record FieldChange(string Id, DateTimeOffset At, string By, string UseCase, string Field, string Kind, Guid? PartId, JsonElement? Old, JsonElement? New)
{
    /// <summary>What an id in <c>old</c> is called.</summary>
    public string? OldName { get; init; }

    /// <summary>What an id in <c>new</c> is called.</summary>
    public string? NewName { get; init; }
}

/// <summary>What the fields that a module keeps of a person were before.</summary>
public interface IPersonHistory
{
    /// <summary>A page of changes, newest first; <paramref name="fields"/> says which, as the audit names them (<c>Entity.Property</c>) and as the contract does.</summary>
    Task<Page<FieldChange>> Of(Guid contactId, IReadOnlyDictionary<string, string> fields, string? field, int? limit, string? cursor, CancellationToken ct);
}
