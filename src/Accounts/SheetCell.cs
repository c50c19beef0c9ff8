using Karelia.Crm.Kernel.Imports;
using Karelia.Crm.Spreadsheets;

namespace Karelia.Crm.Accounts;

/// <summary>A filled cell of a sheet that becomes people: read in one way whatever the kind of import. What is wrong is a reason, what was repaired without asking a note.</summary>
public readonly record struct SheetCell(ImportSheet Sheet, ImportLine Line, int Column, string Text)
{
    /// <summary>Reads the cells of a line, each by its column's reader.</summary>
    public static void Read<TAnswer>(ImportSheet sheet, ImportLine line, TAnswer answer, IReadOnlyList<(int Column, Action<SheetCell, TAnswer> Read)> columns)
    {
        foreach (var column in line.Masked)
            line.Reasons.Add(new(sheet.HeadingOf(column), "personal-identity-code", "The cell holds a personal identity code, which the register may not keep."));
        foreach (var column in line.Formulas)
            line.Notes.Add(new(sheet.HeadingOf(column), "formula-without-value", "The cell holds a formula without its value; it is taken as empty."));
        foreach (var (column, read) in columns)
        {
            if (column < line.Cells.Length && line.Cells[column] is { Length: > 0 } raw && new SheetCell(sheet, line, column, CellText.Clean(raw, out var repairs)) is var cell && cell.IsReadable(repairs))
                read(cell, answer);
        }
    }

    /// <summary>Adds a reason against the line.</summary>
    public void Fault(string code, string message) => Line.Reasons.Add(new(Sheet.HeadingOf(Column), code, message));

    /// <summary>Adds a note.</summary>
    public void Note(string code, string message) => Line.Notes.Add(new(Sheet.HeadingOf(Column), code, message));

    /// <summary>The text, at most so long.</summary>
    public string Cut(int most) => Cut(Text, most);

    /// <summary>A text that is not written in capitals only.</summary>
    public string FromCapitals(int most)
    {
        if (!CellText.IsCapitals(Text))
            return Cut(Text, most);
        Note("capitals", "Capitals were changed to usual writing.");
        return Cut(CellText.FromCapitals(Text), most);
    }

    /// <summary>What a cell can say of the language.</summary>
    public static readonly string[] Languages = ["suomi", "englanti", "ruotsi"];

    /// <summary>fi, en or sv.</summary>
    public string? Language()
    {
        var language = CellText.Key(Text) switch
        {
            "fi" or "fifi" or "suomi" or "finnish" or "finska" => "fi",
            "en" or "engb" or "enus" or "englanti" or "english" or "engelska" => "en",
            "sv" or "svse" or "svfi" or "ruotsi" or "svenska" or "swedish" => "sv",
            _ => null,
        };
        if (language is null)
            Fault("code-unknown", "The language is in no list.");
        return language;
    }

    /// <summary>A postal code with the zeros that spreadsheets eat.</summary>
    public string PostalCode()
    {
        var isShort = Text.Length is 3 or 4 && Text.All(char.IsAsciiDigit);
        if (isShort)
            Note("leading-zeros", "Zeros lost from the front were put back.");
        return isShort ? Text.PadLeft(5, '0') : Cut(20);
    }

    /// <summary>An e-mail address in lower case; null with a reason when it is none.</summary>
    public string? Email()
    {
        var address = Text.ToLowerInvariant();
        if (ContactWriting.IsEmail(address))
            return address;
        Fault("email-invalid", "This is not an e-mail address.");
        return null;
    }

    /// <summary>A phone number as the register writes it; what cannot be read stays as it was typed.</summary>
    public string Phone()
    {
        var isMobile = Text.Length is 9 or 10 && Text[0] == '0' && Text[1] is '4' or '5' && Text.All(char.IsAsciiDigit);
        if (!isMobile && !ContactWriting.IsPhone(Text))
        {
            Note("phone-unreadable", "The phone number is kept as it was typed.");
            return Cut(40);
        }

        if (Text[0] is not ('0' or '+') && !Text.StartsWith("358", StringComparison.Ordinal))
            Note("leading-zeros", "Zeros lost from the front were put back.");
        else if (Text[0] != '0' || Text.StartsWith("00", StringComparison.Ordinal))
            Note("phone-country", "The phone number is written with its country code.");
        return isMobile ? $"+358{Text[1..]}" : ContactWriting.Phone(Text);
    }

    private bool IsReadable(Repairs repairs)
    {
        if (Text is "#N/A" or "#REF!" or "#VALUE!" or "#NAME?" or "#DIV/0!" or "#NULL!" or "#NUM!")
        {
            Note("formula-error", "The cell holds an error instead of a value; it is taken as empty.");
            return false;
        }

        if (repairs.HasFlag(Repairs.Spaces))
            Note("spaces", "Spaces were removed.");
        if (repairs.HasFlag(Repairs.Invisible))
            Note("invisible-characters", "Characters that nobody sees were removed.");
        if (repairs.HasFlag(Repairs.Composed))
            Note("composed", "Letters and their accents were joined.");
        return Text.Length > 0;
    }

    private string Cut(string text, int most)
    {
        if (text.Length <= most)
            return text;
        Note("too-long", $"The text was cut at {most} characters.");
        return text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
    }
}
