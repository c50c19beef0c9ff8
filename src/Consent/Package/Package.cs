using System.Text.Json;
using Karelia.Crm.Consent.Purposes;

namespace Karelia.Crm.Consent.Package;

/// <summary>
/// All that the register holds of one person (GDPR art. 15), or what the person gave under a consent or an agreement (art. 20): <c>kind</c> access or portability.
/// Each section is one kind of row; its fields carry their names in the person's language.
/// </summary>
internal sealed record PersonalDataPackage(
    Guid ContactId, string Kind, string Language, DateTimeOffset MadeAt, IReadOnlyList<ActivePurpose> Purposes, IReadOnlyList<PackageSection> Sections);

/// <summary>Rows of one kind: where the data come from, what they are held for, and the rows by field name.</summary>
internal sealed record PackageSection(
    string Module, string Category, string Title, string? Source, IReadOnlyList<string> Purposes, IReadOnlyList<PackageField> Fields, IReadOnlyList<IReadOnlyDictionary<string, JsonElement>> Rows);

/// <summary>A field of a row: its name for machines, its name for people, and the type that the database keeps it as.</summary>
internal sealed record PackageField(string Name, string Label, string Type);
