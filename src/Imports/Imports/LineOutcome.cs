using Karelia.Crm.Kernel.Imports;

namespace Karelia.Crm.Imports.Imports;

/// <summary>What becomes of a line: the worst of its base and of what its reasons lead to.</summary>
internal static class LineOutcome
{
    public static string Outcome(this ImportLine line) => line.Reasons.Select(reason => Of(reason.Code)).Append(line.Base).MaxBy(outcome => Weight(outcome))!;

    private static int Weight(string outcome) => outcome switch { Outcomes.New => 0, Outcomes.Changed => 1, Outcomes.Matched => 2, Outcomes.Suspicious => 3, _ => 4 };

    private static string Of(string code) => code switch
    {
        "consent-missing" or "email-invalid" or "name-missing" or "personal-identity-code" or "required-missing" or "year-invalid" => Outcomes.Invalid,
        "duplicate-in-file" => Outcomes.Matched,
        _ => Outcomes.Suspicious,
    };
}
