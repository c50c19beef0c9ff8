namespace Karelia.Crm.Kernel.Audit;

/// <summary>A table that is only added to, and is sealed. Its <c>tx</c> column is the transaction that wrote the row; <paramref name="Columns"/> are those that erasure leaves.</summary>
public sealed record Evidence(string Table, string Columns);
