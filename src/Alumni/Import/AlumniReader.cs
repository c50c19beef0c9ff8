using System.Globalization;
using Karelia.Crm.Accounts;
using Karelia.Crm.Consent;
using Karelia.Crm.Kernel.Imports;

namespace Karelia.Crm.Alumni.Import;

/// <summary>Reads the cells that only alumni sheets have.</summary>
internal sealed class AlumniReader(ImportSheet sheet, SurveyForm form) : SurveyReader<AlumniAnswer>(sheet, form)
{
    protected override (string Field, string Missing)? Opening => (AlumniFields.AlumniConsent, "The person did not consent to the alumni register.");

    protected override Action<SheetCell, AlumniAnswer>? ReaderOf(string field, string heading) => field switch
    {
        AlumniFields.FormerLastName => (cell, answer) => answer.FormerLastName = cell.FromCapitals(100),
        AlumniFields.Programme => (cell, answer) => answer.Programme = cell.Cut(200),
        AlumniFields.StartedYear => (cell, answer) => answer.StartedYear = Year(cell),
        AlumniFields.Degree => (cell, answer) => answer.Degree = cell.Cut(200),
        AlumniFields.GraduatedYear => (cell, answer) => answer.GraduatedYear = Year(cell),
        AlumniFields.AlumniConsent or AlumniFields.MessagesConsent => Consent(field, AlumniFields.ConsentOf(field, heading)),
        _ => base.ReaderOf(field, heading),
    };

    private int? Year(SheetCell cell)
    {
        if (int.TryParse(cell.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year >= 1900 && year <= Sheet.Now.Year + 1)
            return year;
        cell.Fault("year-invalid", "The year is not a whole number from 1900 to next year.");
        return null;
    }
}
