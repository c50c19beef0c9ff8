using Karelia.Crm.Accounts;
using Karelia.Crm.Administration;
using Karelia.Crm.Consent;
using Karelia.Crm.Kernel.Imports;

namespace Karelia.Crm.ExpertPool.Import;

/// <summary>Registrations in the expert pool.</summary>
internal sealed class ExpertsImport(DbSession session, CurrentUser user, IContactImports contacts, IConsentImports consents, ICodeLists lists)
    : SurveyImport<ExpertAnswer, KnownExpert>(user, contacts, consents, new ExpertRegister(session))
{
    private const string Registration = "registration";

    public override string Code => "experts";

    public override string Role => Kernel.Role.ExpertCoordinator;

    public override IReadOnlySet<string> OwnTables { get; } = With("experts.experts");

    protected override string ContactRole => ContactRoles.Expert;

    protected override string OpeningPurpose => ConsentPurposes.ExpertPool;

    public override string FormOf(IReadOnlyList<MappedColumn> columns) => Registration;

    protected override bool IsSure(IReadOnlyList<MappedColumn> columns) =>
        SurveyForm.IsSure(columns, SurveyFields.LastName, SurveyFields.FirstNames, SurveyFields.Email, ExpertFields.PoolConsent);

    protected override SurveyReader<ExpertAnswer> ReaderOf(ImportSheet sheet, SurveyForm form) => new ExpertReader(sheet, form);

    protected override async Task<SurveyForm> LoadForm(CancellationToken ct) => ExpertFields.With(await Options(ExpertLists.Forms, ct), await Options(ExpertLists.Fields, ct));

    private async Task<IReadOnlyList<SurveyOption>> Options(string list, CancellationToken ct) =>
        [.. (await lists.Of(list, ct)).Select(code => new SurveyOption(code.Code, code.Fi, code.En, code.Aliases))];
}
