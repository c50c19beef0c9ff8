using System.Globalization;
using Karelia.Crm.Accounts;
using Karelia.Crm.Kernel.Imports;
using Karelia.Crm.Spreadsheets;

namespace Karelia.Crm.Alumni.Import;

/// <summary>Reads the cells of alumni sheets: what stands in each, what is wrong with it, what was repaired without asking.</summary>
internal sealed class AlumniReader
{
    private readonly ImportSheet sheet;
    private readonly CooperationOptions options;
    private readonly List<(int Column, Action<Cell> Read)> columns = [];
    private readonly bool hasResponseTime;

    public AlumniReader(ImportSheet sheet, CooperationOptions options)
    {
        (this.sheet, this.options) = (sheet, options);
        foreach (var column in sheet.Columns.Where(column => column.Field is not null))
        {
            if (ReaderOf(column.Field!, column.Column.Heading) is { } read)
                columns.Add((column.Column.Index, read));
            hasResponseTime |= column.Field == AlumniFields.ResponseTime;
        }
    }

    public void Read(ImportLine line)
    {
        var answer = new AlumniAnswer();
        foreach (var column in line.Masked)
            line.Reasons.Add(new(sheet.HeadingOf(column), "personal-identity-code", "The cell holds a personal identity code, which the register may not keep."));
        foreach (var column in line.Formulas)
            line.Notes.Add(new(sheet.HeadingOf(column), "formula-without-value", "The cell holds a formula without its value; it is taken as empty."));
        foreach (var (column, read) in columns)
        {
            if (column < line.Cells.Length && line.Cells[column] is { Length: > 0 } raw)
                ReadCell(new(line, answer, column, CellText.Clean(raw, out var repairs)), repairs, read);
        }

        Judge(line, answer);
        line.Reading = answer;
        line.Identity = answer.Email ?? (answer.DateOfBirth is null ? null : $"{answer.FullName}|{answer.DateOfBirth:O}");
        line.Fingerprint = answer.Email is null ? null : answer.Fingerprint();
        line.Likeness = answer.Email is null ? $"{sheet.Form}|{answer.RespondedAt:O}|{answer.FullName}" : null;
        line.Values = answer.Values;
    }

    private void ReadCell(Cell cell, Repairs repairs, Action<Cell> read)
    {
        if (cell.Text is "#N/A" or "#REF!" or "#VALUE!" or "#NAME?" or "#DIV/0!" or "#NULL!" or "#NUM!")
        {
            Note(cell, "formula-error", "The cell holds an error instead of a value; it is taken as empty.");
            return;
        }

        if (repairs.HasFlag(Repairs.Spaces))
            Note(cell, "spaces", "Spaces were removed.");
        if (repairs.HasFlag(Repairs.Invisible))
            Note(cell, "invisible-characters", "Characters that nobody sees were removed.");
        if (repairs.HasFlag(Repairs.Composed))
            Note(cell, "composed", "Letters and their accents were joined.");
        if (cell.Text.Length > 0)
            read(cell);
    }

    private void Judge(ImportLine line, AlumniAnswer answer)
    {
        if (answer.LastName is null && answer.FirstNames is null)
            line.Reasons.Add(new(Heading(AlumniFields.LastName), "name-missing", "The line has no name."));
        else if (answer.LastName is null || answer.FirstNames is null)
            line.Reasons.Add(new(Heading(answer.LastName is null ? AlumniFields.LastName : AlumniFields.FirstNames), "name-incomplete", "The last name or the first names are missing."));
        if (answer.RegisterConsent is null)
            line.Reasons.Add(new(Heading(AlumniFields.AlumniConsent), "consent-missing", "The person did not consent to the alumni register."));
        if (hasResponseTime && answer.RespondedAt is null)
            line.Reasons.Add(new(Heading(AlumniFields.ResponseTime), "response-time-invalid", "The response time is not a date that can be read, day first."));
    }

    private Action<Cell>? ReaderOf(string field, string heading) => field switch
    {
        AlumniFields.ResponseTime => cell => cell.Answer.RespondedAt = FinnishDate.Read(cell.Text) is { } at ? FinnishDate.InHelsinki(at) : null,
        AlumniFields.Language => ReadLanguage,
        AlumniFields.LastName => cell => cell.Answer.LastName = Name(cell),
        AlumniFields.FormerLastName => cell => cell.Answer.FormerLastName = Name(cell),
        AlumniFields.FirstNames => cell => cell.Answer.FirstNames = Name(cell),
        AlumniFields.CalledName => cell => cell.Answer.CalledName = Name(cell),
        AlumniFields.DateOfBirth => ReadDateOfBirth,
        AlumniFields.Street => cell => cell.Answer.Street = FromCapitals(cell, 200),
        AlumniFields.PostalCode => ReadPostalCode,
        AlumniFields.Town => cell => cell.Answer.Town = FromCapitals(cell, 100),
        AlumniFields.Email => ReadEmail,
        AlumniFields.Phone => ReadPhone,
        AlumniFields.Programme => cell => cell.Answer.Programme = Cut(cell, cell.Text, 200),
        AlumniFields.StartedYear => cell => cell.Answer.StartedYear = Year(cell),
        AlumniFields.Degree => cell => cell.Answer.Degree = Cut(cell, cell.Text, 200),
        AlumniFields.GraduatedYear => cell => cell.Answer.GraduatedYear = Year(cell),
        AlumniFields.Employer => cell => cell.Answer.Employer = Cut(cell, cell.Text, 200),
        AlumniFields.Task => cell => cell.Answer.Task = Cut(cell, cell.Text, 200),
        AlumniFields.AlumniConsent when new ConsentSentence(field, heading) is var asked => cell => cell.Answer.RegisterConsent = asked.AgreedIn(cell.Text),
        AlumniFields.MessagesConsent when new ConsentSentence(field, heading) is var asked => cell => cell.Answer.MessagesConsent = asked.AgreedIn(cell.Text),
        _ when field.StartsWith(AlumniFields.Form, StringComparison.Ordinal) && field[AlumniFields.Form.Length..] is var code => cell => ReadOption(cell, code),
        _ when field.StartsWith(AlumniFields.Note, StringComparison.Ordinal) && field[AlumniFields.Note.Length..] is var code => cell => ReadNote(cell, code),
        _ => null,
    };

    private void ReadOption(Cell cell, string code)
    {
        if (options.IsTicked(code, cell.Text) is not { } ticked)
            Fault(cell, "code-unknown", "The option is in no list.");
        else if (ticked)
            cell.Answer.Forms.Add(code);
    }

    private void ReadNote(Cell cell, string code)
    {
        cell.Answer.Forms.Add(code);
        cell.Answer.Notes[code] = Cut(cell, cell.Text, 1000);
    }

    private void ReadLanguage(Cell cell)
    {
        cell.Answer.Language = CellText.Key(cell.Text) switch
        {
            "fi" or "fifi" or "suomi" or "finnish" or "finska" => "fi",
            "en" or "engb" or "enus" or "englanti" or "english" or "engelska" => "en",
            "sv" or "svse" or "svfi" or "ruotsi" or "svenska" or "swedish" => "sv",
            _ => null,
        };
        if (cell.Answer.Language is null)
            Fault(cell, "code-unknown", "The language is in no list.");
    }

    private void ReadDateOfBirth(Cell cell)
    {
        if (FinnishDate.Read(cell.Text) is { Year: >= 1900 } date && date < sheet.Now.UtcDateTime)
            cell.Answer.DateOfBirth = DateOnly.FromDateTime(date);
        else
            Note(cell, "date-unreadable", "The date cannot be read, day first; it is taken as empty.");
    }

    private void ReadPostalCode(Cell cell)
    {
        var isShort = cell.Text.Length is 3 or 4 && cell.Text.All(char.IsAsciiDigit);
        if (isShort)
            Note(cell, "leading-zeros", "Zeros lost from the front were put back.");
        cell.Answer.PostalCode = isShort ? cell.Text.PadLeft(5, '0') : Cut(cell, cell.Text, 20);
    }

    private void ReadEmail(Cell cell)
    {
        var address = cell.Text.ToLowerInvariant();
        if (ContactWriting.IsEmail(address))
            cell.Answer.Email = address;
        else
            Fault(cell, "email-invalid", "This is not an e-mail address.");
    }

    private void ReadPhone(Cell cell)
    {
        var (typed, isMobile) = (cell.Text, cell.Text.Length is 9 or 10 && cell.Text[0] == '0' && cell.Text[1] is '4' or '5' && cell.Text.All(char.IsAsciiDigit));
        if (!isMobile && !ContactWriting.IsPhone(typed))
        {
            Note(cell, "phone-unreadable", "The phone number is kept as it was typed.");
            cell.Answer.Phone = Cut(cell, typed, 40);
            return;
        }

        cell.Answer.Phone = isMobile ? $"+358{typed[1..]}" : ContactWriting.Phone(typed);
        if (typed[0] is not ('0' or '+') && !typed.StartsWith("358", StringComparison.Ordinal))
            Note(cell, "leading-zeros", "Zeros lost from the front were put back.");
        else if (typed[0] != '0' || typed.StartsWith("00", StringComparison.Ordinal))
            Note(cell, "phone-country", "The phone number is written with its country code.");
    }

    private int? Year(Cell cell)
    {
        if (int.TryParse(cell.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year >= 1900 && year <= sheet.Now.Year + 1)
            return year;
        Fault(cell, "year-invalid", "The year is not a whole number from 1900 to next year.");
        return null;
    }

    private string Name(Cell cell) => FromCapitals(cell, 100);

    private string FromCapitals(Cell cell, int most)
    {
        if (!CellText.IsCapitals(cell.Text))
            return Cut(cell, cell.Text, most);
        Note(cell, "capitals", "Capitals were changed to usual writing.");
        return Cut(cell, CellText.FromCapitals(cell.Text), most);
    }

    private string Cut(Cell cell, string text, int most)
    {
        if (text.Length <= most)
            return text;
        Note(cell, "too-long", $"The text was cut at {most} characters.");
        return text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
    }

    private void Fault(Cell cell, string code, string message) => cell.Line.Reasons.Add(new(sheet.HeadingOf(cell.Column), code, message));

    private void Note(Cell cell, string code, string message) => cell.Line.Notes.Add(new(sheet.HeadingOf(cell.Column), code, message));

    private string? Heading(string field) => sheet.Columns.FirstOrDefault(column => column.Field == field)?.Column.Heading;

    private readonly record struct Cell(ImportLine Line, AlumniAnswer Answer, int Column, string Text);
}
