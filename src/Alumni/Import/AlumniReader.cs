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
    private readonly List<(int Column, Action<SheetCell, AlumniAnswer> Read)> columns = [];
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
        SheetCell.Read(sheet, line, answer, columns);
        Judge(line, answer);
        line.Reading = answer;
        line.Identity = answer.Email ?? (answer.DateOfBirth is null ? null : $"{answer.FullName}|{answer.DateOfBirth:O}");
        line.Fingerprint = answer.Email is null ? null : answer.Fingerprint();
        line.Likeness = answer.Email is null ? $"{sheet.Form}|{answer.RespondedAt:O}|{answer.FullName}" : null;
        line.Values = answer.Values;
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

    private Action<SheetCell, AlumniAnswer>? ReaderOf(string field, string heading) => field switch
    {
        AlumniFields.ResponseTime => (cell, answer) => answer.RespondedAt = FinnishDate.Read(cell.Text) is { } at ? FinnishDate.InHelsinki(at) : null,
        AlumniFields.Language => (cell, answer) => answer.Language = cell.Language(),
        AlumniFields.LastName => (cell, answer) => answer.LastName = cell.FromCapitals(100),
        AlumniFields.FormerLastName => (cell, answer) => answer.FormerLastName = cell.FromCapitals(100),
        AlumniFields.FirstNames => (cell, answer) => answer.FirstNames = cell.FromCapitals(100),
        AlumniFields.CalledName => (cell, answer) => answer.CalledName = cell.FromCapitals(100),
        AlumniFields.DateOfBirth => ReadDateOfBirth,
        AlumniFields.Street => (cell, answer) => answer.Street = cell.FromCapitals(200),
        AlumniFields.PostalCode => (cell, answer) => answer.PostalCode = cell.PostalCode(),
        AlumniFields.Town => (cell, answer) => answer.Town = cell.FromCapitals(100),
        AlumniFields.Email => (cell, answer) => answer.Email = cell.Email(),
        AlumniFields.Phone => (cell, answer) => answer.Phone = cell.Phone(),
        AlumniFields.Programme => (cell, answer) => answer.Programme = cell.Cut(200),
        AlumniFields.StartedYear => (cell, answer) => answer.StartedYear = Year(cell),
        AlumniFields.Degree => (cell, answer) => answer.Degree = cell.Cut(200),
        AlumniFields.GraduatedYear => (cell, answer) => answer.GraduatedYear = Year(cell),
        AlumniFields.Employer => (cell, answer) => answer.Employer = cell.Cut(200),
        AlumniFields.Task => (cell, answer) => answer.Task = cell.Cut(200),
        AlumniFields.AlumniConsent when new ConsentSentence(field, heading) is var asked => (cell, answer) => answer.RegisterConsent = asked.AgreedIn(cell.Text),
        AlumniFields.MessagesConsent when new ConsentSentence(field, heading) is var asked => (cell, answer) => answer.MessagesConsent = asked.AgreedIn(cell.Text),
        _ when field.StartsWith(AlumniFields.Form, StringComparison.Ordinal) && field[AlumniFields.Form.Length..] is var code => (cell, answer) => ReadOption(cell, answer, code),
        _ when field.StartsWith(AlumniFields.Note, StringComparison.Ordinal) && field[AlumniFields.Note.Length..] is var code => (cell, answer) => ReadNote(cell, answer, code),
        _ => null,
    };

    private void ReadOption(SheetCell cell, AlumniAnswer answer, string code)
    {
        if (options.IsTicked(code, cell.Text) is not { } ticked)
            cell.Fault("code-unknown", "The option is in no list.");
        else if (ticked)
            answer.Forms.Add(code);
    }

    private static void ReadNote(SheetCell cell, AlumniAnswer answer, string code)
    {
        answer.Forms.Add(code);
        answer.Notes[code] = cell.Cut(1000);
    }

    private void ReadDateOfBirth(SheetCell cell, AlumniAnswer answer)
    {
        if (FinnishDate.Read(cell.Text) is { Year: >= 1900 } date && date < sheet.Now.UtcDateTime)
            answer.DateOfBirth = DateOnly.FromDateTime(date);
        else
            cell.Note("date-unreadable", "The date cannot be read, day first; it is taken as empty.");
    }

    private int? Year(SheetCell cell)
    {
        if (int.TryParse(cell.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year >= 1900 && year <= sheet.Now.Year + 1)
            return year;
        cell.Fault("year-invalid", "The year is not a whole number from 1900 to next year.");
        return null;
    }

    private string? Heading(string field) => sheet.Columns.FirstOrDefault(column => column.Field == field)?.Column.Heading;
}
