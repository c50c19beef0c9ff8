using System.Text.Json;
using Karelia.Crm.Kernel.Imports;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Karelia.Crm.Imports.Imports;

/// <summary>Tuonti: one file on its way into the register.</summary>
internal sealed class Import
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Kind { get; init; }

    /// <summary>The event that the participants are of.</summary>
    public Guid? EventId { get; init; }

    /// <summary>Which of the kind's forms it is.</summary>
    public string? Form { get; set; }
    public required string FileName { get; init; }
    public string Sha256 { get; set; } = "";
    public string State { get; set; } = States.NeedsMapping;
    public string[] Headings { get; set; } = [];

    /// <summary>Hash of the headings: the same form comes with the same one.</summary>
    public string Signature { get; set; } = "";

    /// <summary>The columns' fields, JSON.</summary>
    public string Mapping { get; set; } = "[]";
    public bool IsRemembered { get; set; }

    /// <summary>Lines by outcome, JSON.</summary>
    public string Counts { get; set; } = "{}";

    /// <summary>The last line of the sheet that holds something.</summary>
    public int SheetRows { get; set; }
    public DateTimeOffset CreatedAt { get; init; }
    public Guid CreatedById { get; init; }
    public required string CreatedBy { get; init; }
    public DateTimeOffset? CommittedAt { get; set; }
    public DateTimeOffset? UndoneAt { get; set; }

    /// <summary>The latest commit or undo.</summary>
    public Guid? JobId { get; set; }

    /// <summary>Lines that could not be written at commit, JSON.</summary>
    public string? Problems { get; set; }

    /// <summary>What an undo kept, JSON.</summary>
    public string? Undo { get; set; }

    /// <summary>What came of the lines, counted at the commit, JSON.</summary>
    public string? Report { get; set; }

    public IReadOnlyList<MappedColumn> Columns
    {
        get => JsonSerializer.Deserialize<List<MappedColumn>>(Mapping, JsonSerializerOptions.Web)!;
        set => Mapping = JsonSerializer.Serialize(value, JsonSerializerOptions.Web);
    }

    public ImportCounts Tally
    {
        get => JsonSerializer.Deserialize<ImportCounts>(Counts, JsonSerializerOptions.Web)!;
        set => Counts = JsonSerializer.Serialize(value, JsonSerializerOptions.Web);
    }

    public ImportSheet Sheet(DateTimeOffset now) => new(Id, FileName, Sha256, Form, Columns, now, EventId);
}

/// <summary>States of an import.</summary>
internal static class States
{
    public const string NeedsMapping = "needsMapping";
    public const string Ready = "ready";
    public const string Committing = "committing";
    public const string Committed = "committed";
    public const string Undone = "undone";
    public const string Failed = "failed";
    public static readonly string[] All = [NeedsMapping, Ready, Committing, Committed, Undone, Failed];
}

/// <summary>Lines by outcome.</summary>
internal sealed record ImportCounts(int Total = 0, int New = 0, int Matched = 0, int Changed = 0, int Suspicious = 0, int Invalid = 0);

/// <summary>The mapping that a person chose for a form, remembered for its next file.</summary>
internal sealed class FormMapping
{
    public required string Kind { get; init; }
    public required string Signature { get; init; }
    public required string Mapping { get; set; }
    public DateTimeOffset UpdatedAt { get; set; }
}

/// <summary>A line of the sheet, waiting; written and read by SQL.</summary>
internal sealed class StagedRow
{
    public Guid ImportId { get; init; }

    /// <summary>The sheet's own line number.</summary>
    public int Row { get; init; }
    public required string?[] Cells { get; init; }
    public required int[] Masked { get; init; }
    public required int[] Formulas { get; init; }

    /// <summary>The cells as they came, once somebody corrected any.</summary>
    public string?[]? Original { get; set; }

    /// <summary>Hash of whom the line is about, as matching sees it.</summary>
    public byte[]? Identity { get; set; }
    public string? Outcome { get; set; }
    public string Reasons { get; set; } = "[]";
    public string Notes { get; set; } = "[]";
    public Guid? ContactId { get; set; }
    public Guid? AccountId { get; set; }
    public required Guid[] Candidates { get; set; }

    /// <summary>accept, skip or merge.</summary>
    public string? Decision { get; set; }
}

/// <summary>A line that was written, and to whom: a person, an organisation, or a person and the organisation that the line names.</summary>
internal sealed class WrittenRow
{
    public Guid ImportId { get; init; }
    public int Row { get; init; }
    public Guid? ContactId { get; init; }

    /// <summary>created, changed or matched.</summary>
    public required string Act { get; init; }
    public Guid? AccountId { get; init; }

    /// <summary>What became of the organisation.</summary>
    public string? AccountAct { get; init; }

    /// <summary>Of a line without an address: hash of form, time and name, by which the same line is known again.</summary>
    public byte[]? Likeness { get; init; }
}

/// <summary>A change to a row that was there before the import, for the undo.</summary>
internal sealed class JournaledChange
{
    public Guid ImportId { get; init; }
    public long Sequence { get; init; }
    public Guid? ContactId { get; init; }

    /// <summary>In place of a person.</summary>
    public Guid? AccountId { get; init; }
    public required string Table { get; init; }
    public required string Key { get; init; }
    public string? Column { get; init; }
    public string? Before { get; init; }
    public string? After { get; init; }
}

file sealed class Mapping : IEntityTypeConfiguration<Import>, IEntityTypeConfiguration<FormMapping>, IEntityTypeConfiguration<StagedRow>, IEntityTypeConfiguration<WrittenRow>, IEntityTypeConfiguration<JournaledChange>
{
    public void Configure(EntityTypeBuilder<Import> builder)
    {
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Ignore(i => i.Columns).Ignore(i => i.Tally);
        foreach (var json in (string[])[nameof(Import.Mapping), nameof(Import.Counts), nameof(Import.Problems), nameof(Import.Undo), nameof(Import.Report)])
            builder.Property(json).HasColumnType("jsonb");
        builder.HasIndex(i => new { i.CreatedAt, i.Id }).HasDatabaseName("ix_imports_created_at");
    }

    public void Configure(EntityTypeBuilder<FormMapping> builder)
    {
        builder.HasKey(m => new { m.Kind, m.Signature });
        builder.Property(m => m.Mapping).HasColumnType("jsonb");
    }

    public void Configure(EntityTypeBuilder<StagedRow> builder)
    {
        builder.ToTable("rows").HasKey(r => new { r.ImportId, r.Row });
        builder.Property(r => r.Reasons).HasColumnType("jsonb");
        builder.Property(r => r.Notes).HasColumnType("jsonb");
        builder.HasIndex(r => r.ContactId).HasFilter("contact_id is not null").HasDatabaseName("ix_rows_contact");
    }

    public void Configure(EntityTypeBuilder<WrittenRow> builder)
    {
        builder.ToTable("written_rows").HasKey(w => new { w.ImportId, w.Row });
        builder.HasIndex(w => w.Likeness).HasFilter("likeness is not null").HasDatabaseName("ix_written_rows_likeness");
        builder.HasIndex(w => w.ContactId).HasDatabaseName("ix_written_rows_contact");
        builder.HasIndex(w => w.AccountId).HasFilter("account_id is not null").HasDatabaseName("ix_written_rows_account");
    }

    public void Configure(EntityTypeBuilder<JournaledChange> builder)
    {
        builder.ToTable("changes").HasKey(c => new { c.ImportId, c.Sequence });
        builder.HasIndex(c => c.ContactId).HasDatabaseName("ix_changes_contact");
    }
}
