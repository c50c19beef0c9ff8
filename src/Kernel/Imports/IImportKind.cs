namespace Karelia.Crm.Kernel.Imports;

/// <summary>What a sheet of some kind becomes: implemented by the module that owns the people of that kind, driven by the Imports module.</summary>
public interface IImportKind
{
    /// <summary>alumni, experts, participants, contacts or suppressions; and the role that may upload, commit and undo.</summary>
    string Code { get; }
    string Role { get; }

    /// <summary>What a column can be mapped to.</summary>
    Task<IReadOnlyList<ImportField>> Fields(CancellationToken ct);

    /// <summary>Which column is which field, as far as the headings tell.</summary>
    Task<RecognisedForm> Recognise(IReadOnlyList<string> headings, CancellationToken ct);

    /// <summary>Which of the kind's forms a mapping makes of the sheet, and why a mapping cannot do, for people; null when it can.</summary>
    string FormOf(IReadOnlyList<MappedColumn> columns);
    string? FaultOf(IReadOnlyList<MappedColumn> columns);

    /// <summary>Reads the lines' cells: values, faults and repairs. Asks nothing of the register.</summary>
    Task Read(ImportSheet sheet, IReadOnlyList<ImportLine> lines, CancellationToken ct);

    /// <summary>Compares lines that were read with the register, for the preview.</summary>
    Task Compare(ImportSheet sheet, IReadOnlyList<ImportLine> lines, CancellationToken ct);

    /// <summary>Writes lines that were read; no two of them have one <see cref="ImportLine.Identity"/>. Matches anew, since the register may have changed after the preview.</summary>
    Task Write(ImportSheet sheet, IReadOnlyList<ImportLine> lines, ImportJournal journal, CancellationToken ct);

    /// <summary>Takes changes back, where the value is still what the import wrote. Answers how many were not.</summary>
    Task<int> Restore(ImportSheet sheet, IReadOnlyList<ImportChange> changes, CancellationToken ct);

    /// <summary>Takes back what the import said in append-only ledgers, by annulling it.</summary>
    Task Annul(ImportSheet sheet, CancellationToken ct);

    /// <summary>Empties people whom the import made and nobody used since. Answers those who stay, with the reason.</summary>
    Task<IReadOnlyList<KeptPerson>> Retract(ImportSheet sheet, Guid[] made, CancellationToken ct);

    /// <summary>Names for the candidates of a duplicate: people's, and organisations' where the kind has any.</summary>
    Task<IReadOnlyDictionary<Guid, string>> Names(Guid[] ids, CancellationToken ct);

    /// <summary>Whether the lines of a form are about organisations; all others are about people. And whether they go at the commit: nothing may lead from what they say to who said it.</summary>
    bool IsAboutAccounts(string? form) => false;
    bool ForgetsLines(string? form) => false;

    /// <summary>Removes organisations that the import made and nobody used since. Answers those that stay.</summary>
    Task<IReadOnlyList<Guid>> RetractAccounts(Guid[] made, CancellationToken ct) => Task.FromResult<IReadOnlyList<Guid>>([]);

    /// <summary>Whether what a person said of a form's columns holds for the next file with the same headings. And tables (<c>schema.table</c>) whose rows are this kind's own and no sign that somebody used the person.</summary>
    bool RemembersMappings => true;
    IReadOnlySet<string> OwnTables { get; }
}

/// <summary>An import's rows are written, in the same transaction.</summary>
public sealed record ImportCommitted(Guid Id) : INotification;

/// <summary>A field that a column can be mapped to, with its names for people; of a coded one, what a cell can say.</summary>
public sealed record ImportField(string Field, string Fi, string En, IReadOnlyList<string>? Choices = null);

/// <summary>A column of the sheet: its place from 0 and its heading as normalised text.</summary>
public sealed record ImportColumn(int Index, string Heading);

/// <summary>What a column was taken for; confidence is 0..1.</summary>
public sealed record MappedColumn(ImportColumn Column, string? Field, double Confidence);

/// <summary>What the headings told. A sheet that is not sure enough asks a person for the mapping. Headless: the first line is none of headings, but the first to read.</summary>
public sealed record RecognisedForm(string? Form, IReadOnlyList<MappedColumn> Columns, bool IsSure, bool IsHeadless = false);

/// <summary>A fault or a repair: the heading of the column, a stable code and a sentence.</summary>
public sealed record ImportReason(string? Column, string Code, string Message);

/// <summary>A person who stays after an undo, and why.</summary>
public sealed record KeptPerson(Guid ContactId, string Reason);

/// <summary>The sheet that is being imported.</summary>
public sealed record ImportSheet(Guid Id, string FileName, string Sha256, string? Form, IReadOnlyList<MappedColumn> Columns, DateTimeOffset Now, Guid? EventId = null)
{
    /// <summary>The heading of a column, for messages.</summary>
    public string? HeadingOf(int column) => column < Columns.Count ? Columns[column].Column.Heading : null;
}

/// <summary>One line of the sheet, with what its kind says of it.</summary>
public sealed class ImportLine
{
    /// <summary>The sheet's own line number.</summary>
    public required int Row { get; init; }

    /// <summary>Cleaned texts; identity codes are masked.</summary>
    public required string?[] Cells { get; init; }

    /// <summary>Columns where an identity code stood, and those with a formula that was saved without its value.</summary>
    public int[] Masked { get; init; } = [];
    public int[] Formulas { get; init; } = [];

    /// <summary>accept, skip or merge: what a person decided of a suspicious line.</summary>
    public string? Decision { get; init; }

    /// <summary>The person to merge with, or after writing the person written.</summary>
    public Guid? ContactId { get; set; }

    /// <summary>The organisation that the line is about, or the person's; after writing <see cref="AccountBase"/> says what became of it.</summary>
    public Guid? AccountId { get; set; }
    public string? AccountBase { get; set; }

    /// <summary>new, matched or changed, before the reasons are weighed; after writing: created, changed, matched, or left when the line could not be written.</summary>
    public string Base { get; set; } = Outcomes.New;

    public List<ImportReason> Reasons { get; } = [];
    public List<ImportReason> Notes { get; } = [];
    public Guid[] Candidates { get; set; } = [];

    /// <summary>Who the line is about, as matching sees it: two lines of one identity are about one person.</summary>
    public string? Identity { get; set; }

    /// <summary>All that the line says; two lines of one identity and one fingerprint are duplicates. Null when identity is only a likeness.</summary>
    public string? Fingerprint { get; set; }

    /// <summary>What tells a line without identity from others when the same sheet comes again: form, time and name.</summary>
    public string? Likeness { get; set; }

    /// <summary>Readable values by field, and the person's name and address for lists.</summary>
    public Func<IReadOnlyDictionary<string, string>> Values { get; set; } = () => new Dictionary<string, string>();

    /// <summary>The kind's own reading of the cells.</summary>
    public object? Reading { get; set; }
}

/// <summary>Outcomes of a line.</summary>
public static class Outcomes
{
    public const string New = "new";
    public const string Changed = "changed";
    public const string Matched = "matched";
    public const string Suspicious = "suspicious";
    public const string Invalid = "invalid";

    /// <summary>From the lightest to the worst.</summary>
    public static IReadOnlyList<string> All { get; } = [New, Changed, Matched, Suspicious, Invalid];
}

/// <summary>Knows people again who were erased, by keyed hash alone; the module that erases implements it.</summary>
public interface IErasedPeople
{
    /// <summary>The places, from 0, of those who were erased. Somebody whose address the register has by now is not among them, unless asked so.</summary>
    Task<IReadOnlySet<int>> Among(IEnumerable<PersonMark> people, bool evenIfKnown, CancellationToken ct);
}

public sealed record PersonMark(string? Email, string? LastName = null, string? FirstNames = null, DateOnly? Born = null, string? SourceId = null);
