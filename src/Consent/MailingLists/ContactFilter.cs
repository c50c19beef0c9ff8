namespace Karelia.Crm.Consent.MailingLists;

/// <summary>Which people a list is for; all that is given must hold, and within one member any of its values.</summary>
internal sealed record ContactFilter(
    IReadOnlyList<string>? Roles = null,
    string? Q = null,
    IReadOnlyList<Guid>? AccountIds = null,
    IReadOnlyList<string>? Languages = null,
    AlumniFilter? Alumni = null)
{
    /// <summary>Conditions on <c>consent.recipients(...) r</c>; the values join <paramref name="values"/>, from $1 on.</summary>
    public string Where(List<object?> values, string fields)
    {
        var conditions = new List<string>();
        if (Roles is { Count: > 0 })
            conditions.Add($"exists (select 1 from accounts.role_holder h where h.contact_id = r.contact_id and h.role = any({Value(Roles.ToArray())}))");
        if (Languages is { Count: > 0 })
            conditions.Add($"r.language = any({Value(Languages.ToArray())})");
        if (AccountIds is { Count: > 0 })
            conditions.Add($"exists (select 1 from accounts.present_place p where p.contact_id = r.contact_id and p.account_id = any({Value(AccountIds.ToArray())}))");
        if (!string.IsNullOrWhiteSpace(Q))
        {
            var pattern = Value(Paging.Like(Q));
            conditions.Add($"(r.search_text like accounts.fold({pattern}) or r.primary_email like lower({pattern}))");
        }

        var years = Alumni is { GraduatedFrom: null, GraduatedTo: null } or null ? "" : $" and f.number between {Value(Alumni.GraduatedFrom ?? 0)} and {Value(Alumni.GraduatedTo ?? 9999)}";
        if (Alumni?.Programmes is { Count: > 0 } programmes)
            conditions.Add(Field("alumni.programme", $"and f.value = any({Value(programmes.ToArray())}){years}"));
        else if (years.Length > 0)
            conditions.Add(Field("alumni.graduated", years));
        if (Alumni?.Forms is { Count: > 0 } forms)
            conditions.Add(Field("alumni.form", $"and f.value = any({Value(forms.ToArray())})"));
        return conditions.Count == 0 ? "true" : string.Join(" and ", conditions);

        string Value(object value)
        {
            values.Add(value);
            return $"${values.Count}";
        }

        string Field(string name, string more) => $"exists (select 1 from ({fields}) f where f.contact_id = r.contact_id and f.field = '{name}' {more})";
    }
}

/// <summary>What alumni are chosen by. A programme and years mean the same degree.</summary>
internal sealed record AlumniFilter(IReadOnlyList<string>? Programmes = null, int? GraduatedFrom = null, int? GraduatedTo = null, IReadOnlyList<string>? Forms = null);

internal sealed class ContactFilterRules : AbstractValidator<ContactFilter>
{
    public ContactFilterRules()
    {
        RuleFor(f => f.Q).MaximumLength(200);
        RuleFor(f => f.Roles).IsShortList(200);
        RuleForEach(f => f.Roles).IsOneOf(Accounts.ContactRoles.All);
        RuleFor(f => f.Languages).IsShortList(200);
        RuleForEach(f => f.Languages).IsOneOf(["fi", "sv", "en"]);
        RuleFor(f => f.AccountIds).IsShortList(200);
        RuleFor(f => f.Alumni!).SetValidator(new AlumniFilterRules()).When(f => f.Alumni is not null);
    }
}

internal sealed class AlumniFilterRules : AbstractValidator<AlumniFilter>
{
    public AlumniFilterRules()
    {
        RuleFor(f => f.Programmes).IsShortList(200);
        RuleForEach(f => f.Programmes).NotEmpty().MaximumLength(300);
        RuleFor(f => f.Forms).IsShortList(200);
        RuleForEach(f => f.Forms).NotEmpty().MaximumLength(100);
        RuleFor(f => f.GraduatedFrom).InclusiveBetween(1900, 2200);
        RuleFor(f => f.GraduatedTo).InclusiveBetween(1900, 2200);
        RuleFor(f => f.GraduatedTo).GreaterThanOrEqualTo(f => f.GraduatedFrom).When(f => f.GraduatedFrom is not null && f.GraduatedTo is not null).WithMessage("The last year is not before the first.");
    }
}
