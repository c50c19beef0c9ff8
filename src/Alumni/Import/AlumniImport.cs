using Karelia.Crm.Accounts;
using Karelia.Crm.Administration;
using Karelia.Crm.Consent;
using Karelia.Crm.Kernel.Imports;

namespace Karelia.Crm.Alumni.Import;

/// <summary>Registrations of alumni and the student register's graduates.</summary>
internal sealed class AlumniImport(DbSession session, CurrentUser user, IContactImports contacts, IConsentImports consents, ICodeLists lists)
    : SurveyImport<AlumniAnswer, KnownAlumnus>(user, contacts, consents, new AlumniRegister(session, lists))
{
    public override string Code => "alumni";

    public override string Role => Kernel.Role.AlumniCoordinator;

    public override IReadOnlySet<string> OwnTables { get; } = With("alumni.alumni", "alumni.degrees", "alumni.interests", "alumni.registrations");

    protected override string ContactRole => ContactRoles.Alumnus;

    protected override string OpeningPurpose => ConsentPurposes.Alumni;

    public override string FormOf(IReadOnlyList<MappedColumn> columns) => AlumniFields.FormOf(columns);

    protected override bool IsSure(IReadOnlyList<MappedColumn> columns) =>
        SurveyForm.IsSure(columns, SurveyFields.LastName, SurveyFields.FirstNames, SurveyFields.Email, AlumniFields.AlumniConsent);

    protected override SurveyReader<AlumniAnswer> ReaderOf(ImportSheet sheet, SurveyForm form) => new AlumniReader(sheet, form);

    protected override string SourceOf(ImportSheet sheet) => sheet.Form == AlumniFields.Graduates ? "student-register" : base.SourceOf(sheet);

    // The last option of the form: sheets shorten "Muu, mikä?".
    protected override async Task<SurveyForm> LoadForm(CancellationToken ct) => AlumniFields.With(
        [.. (await lists.Of(AlumniLists.Forms, ct)).Select(form => new SurveyOption(form.Code, form.Fi, form.En, form.Code == "other" ? ["muu", "other", .. form.Aliases] : form.Aliases))]);
}
