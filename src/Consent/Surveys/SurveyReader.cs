using Karelia.Crm.Accounts;
using Karelia.Crm.Kernel.Imports;
using Karelia.Crm.Spreadsheets;

namespace Karelia.Crm.Consent;

/// <summary>Reads the cells of a survey's sheet: what stands in each, what is wrong with it, what was repaired without asking.</summary>
public abstract class SurveyReader<TAnswer>(ImportSheet sheet, SurveyForm form)
    where TAnswer : SurveyAnswer, new()
{
    private List<(int Column, Action<SheetCell, TAnswer> Read)>? columns;

    protected ImportSheet Sheet { get; } = sheet;

    /// <summary>The consent without which nobody is in the register, and what is said of a line that lacks it; null when it needs none.</summary>
    protected virtual (string Field, string Missing)? Opening => null;

    /// <summary>Reads a line. An address is who the person is; without one the name and the date of birth.</summary>
    public void Read(ImportLine line)
    {
        columns ??= [.. from column in Sheet.Columns let read = column.Field is { } field ? ReaderOf(field, column.Column.Heading) : null where read is not null select (column.Column.Index, read)];
        var answer = new TAnswer();
        SheetCell.Read(Sheet, line, answer, columns);
        Judge(line, answer);
        line.Reading = answer;
        line.Identity = answer.Email ?? (answer.DateOfBirth is null ? null : $"{answer.FullName}|{answer.DateOfBirth:O}");
        line.Fingerprint = answer.Email is null ? null : answer.Fingerprint();
        line.Likeness = answer.Email is null ? $"{Sheet.Form}|{answer.RespondedAt:O}|{answer.FullName}" : null;
        line.Values = answer.Values;
    }

    /// <summary>What is wrong with the line as a whole.</summary>
    protected virtual void Judge(ImportLine line, TAnswer answer)
    {
        if (answer.LastName is null && answer.FirstNames is null)
            line.Reasons.Add(new(Heading(SurveyFields.LastName), "name-missing", "The line has no name."));
        else if (answer.LastName is null || answer.FirstNames is null)
            line.Reasons.Add(new(Heading(answer.LastName is null ? SurveyFields.LastName : SurveyFields.FirstNames), "name-incomplete", "The last name or the first names are missing."));
        if (Opening is { } opening && !answer.Agreed.ContainsKey(opening.Field))
            line.Reasons.Add(new(Heading(opening.Field), "consent-missing", opening.Missing));
        if (Has(SurveyFields.ResponseTime) && answer.RespondedAt is null)
            line.Reasons.Add(new(Heading(SurveyFields.ResponseTime), "response-time-invalid", "The response time is not a date that can be read, day first."));
    }

    /// <summary>How a field is read; null when it is not this kind's.</summary>
    protected virtual Action<SheetCell, TAnswer>? ReaderOf(string field, string heading) => field switch
    {
        SurveyFields.ResponseTime => (cell, answer) => answer.RespondedAt = FinnishDate.Read(cell.Text) is { } at ? FinnishDate.InHelsinki(at) : null,
        SurveyFields.Language => (cell, answer) => answer.Language = cell.Language(),
        SurveyFields.LastName => (cell, answer) => answer.LastName = cell.FromCapitals(100),
        SurveyFields.FirstNames => (cell, answer) => answer.FirstNames = cell.FromCapitals(100),
        SurveyFields.CalledName => (cell, answer) => answer.CalledName = cell.FromCapitals(100),
        SurveyFields.DateOfBirth => ReadDateOfBirth,
        SurveyFields.Street => (cell, answer) => answer.Street = cell.FromCapitals(200),
        SurveyFields.PostalCode => (cell, answer) => answer.PostalCode = cell.PostalCode(),
        SurveyFields.Town => (cell, answer) => answer.Town = cell.FromCapitals(100),
        SurveyFields.Email => (cell, answer) => answer.Email = cell.Email(),
        SurveyFields.Phone => (cell, answer) => answer.Phone = cell.Phone(),
        SurveyFields.Employer => (cell, answer) => answer.Employer = cell.Cut(200),
        SurveyFields.Task => (cell, answer) => answer.Task = cell.Cut(200),
        _ when form.ListOf(field) is { } list && field.StartsWith(list.Note, StringComparison.Ordinal) && list.Prefix + field[list.Note.Length..] is var option => (cell, answer) => answer.Ticked[option] = cell.Cut(1000),
        _ when form.ListOf(field) is { } list => (cell, answer) => ReadOption(cell, answer, list, field),
        _ => null,
    };

    /// <summary>How a column of consent is read.</summary>
    protected static Action<SheetCell, TAnswer> Consent(string field, SurveyConsent asked) => (cell, answer) =>
    {
        if (asked.AgreedIn(cell.Text) is { } words)
            answer.Agreed[field] = words;
    };

    protected bool Has(string field) => Sheet.Columns.Any(column => column.Field == field);

    protected string? Heading(string field) => Sheet.Columns.FirstOrDefault(column => column.Field == field)?.Column.Heading;

    private static void ReadOption(SheetCell cell, TAnswer answer, SurveyOptions list, string field)
    {
        if (list.IsTicked(field[list.Prefix.Length..], cell.Text) is not { } ticked)
            cell.Fault("code-unknown", "The option is in no list.");
        else if (ticked)
            answer.Ticked.TryAdd(field, null);
    }

    private void ReadDateOfBirth(SheetCell cell, TAnswer answer)
    {
        if (FinnishDate.Read(cell.Text) is { Year: >= 1900 } date && date < Sheet.Now.UtcDateTime)
            answer.DateOfBirth = DateOnly.FromDateTime(date);
        else
            cell.Note("date-unreadable", "The date cannot be read, day first; it is taken as empty.");
    }
}
