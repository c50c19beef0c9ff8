namespace Karelia.Crm.ExpertPool.Experts;

[Allow(Role.ExpertCoordinator)]
internal sealed record EditExpert : ICommand<ExpertDetails>
{
    public Optional<string?> Competence { get; init; }
    public Optional<IReadOnlyList<string>?> Tags { get; init; }
    public Optional<IReadOnlyList<string>?> Fields { get; init; }
    public Optional<IReadOnlyList<string>?> Forms { get; init; }
    public Optional<IReadOnlyList<string>?> Languages { get; init; }
    public Optional<string?> Availability { get; init; }
    public Optional<DateOnly?> AvailableFrom { get; init; }
    public Optional<string?> Employer { get; init; }
    public Optional<string?> Task { get; init; }
    public Optional<string?> RateNote { get; init; }

    [FromRoute] public Guid ContactId { get; init; }
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPatch("/experts/{contactId:guid}", (Guid contactId, EditExpert command, IMediator crm, CancellationToken ct) =>
            crm.Send(command with { ContactId = contactId }, ct))
        .WithSummary("Changes the members that are named; tags, fields, forms and languages are whole sets");
}

file sealed class Rules : AbstractValidator<EditExpert>
{
    private const int MostCodes = 100;

    private static readonly string[] Languages = [.. ExpertLists.Languages.Select(language => language.Code)];

    public Rules()
    {
        RuleFor(e => e.Competence.Value).MaximumLength(10_000).IsPlainText().OverridePropertyName("Competence");
        RuleFor(e => e.Tags.Value).IsShortList(MostCodes).OverridePropertyName("Tags");
        RuleFor(e => e.Fields.Value).IsShortList(MostCodes).OverridePropertyName("Fields");
        RuleFor(e => e.Forms.Value).IsShortList(MostCodes).OverridePropertyName("Forms");
        RuleFor(e => e.Languages.Value).IsShortList(MostCodes).OverridePropertyName("Languages");
        RuleForEach(e => e.Languages.Value).IsOneOf(Languages).OverridePropertyName("Languages");
        RuleFor(e => e.Availability.Value).MaximumLength(1000).IsPlainText().OverridePropertyName("Availability");
        RuleFor(e => e.Employer.Value).MaximumLength(200).IsPlainText(lines: false).OverridePropertyName("Employer");
        RuleFor(e => e.Task.Value).MaximumLength(200).IsPlainText(lines: false).OverridePropertyName("Task");
        RuleFor(e => e.RateNote.Value).MaximumLength(500).IsPlainText().OverridePropertyName("RateNote");
    }
}

file sealed class Handler(ExpertPoolDb db, Call call, TimeProvider clock) : IRequestHandler<EditExpert, ExpertDetails>
{
    public async Task<ExpertDetails> Handle(EditExpert command, CancellationToken ct)
    {
        var found = await db.FindToChange(command.ContactId, call, ct);
        var expert = found.Expert;
        expert.Competence = command.Competence.Or(expert.Competence)?.Trim();
        expert.Tags = await Codes(ExpertLists.Competences, "/tags", command.Tags, expert.Tags, ct);
        expert.Fields = await Codes(ExpertLists.Fields, "/fields", command.Fields, expert.Fields, ct);
        expert.Forms = await Codes(ExpertLists.Forms, "/forms", command.Forms, expert.Forms, ct);
        expert.Languages = command.Languages.IsSet ? [.. (command.Languages.Value ?? []).Distinct()] : expert.Languages;
        expert.Availability = command.Availability.Or(expert.Availability)?.Trim();
        expert.AvailableFrom = command.AvailableFrom.Or(expert.AvailableFrom);
        expert.Employer = command.Employer.Or(expert.Employer)?.Trim();
        expert.Task = command.Task.Or(expert.Task)?.Trim();
        expert.RateNote = command.RateNote.Or(expert.RateNote)?.Trim();
        expert.Touch(clock.GetUtcNow());
        return await db.Show(found, ct);
    }

    private async Task<string[]> Codes(string list, string pointer, Optional<IReadOnlyList<string>?> given, string[] now, CancellationToken ct)
    {
        if (!given.IsSet)
            return now;
        string[] codes = [.. (given.Value ?? []).Distinct()];
        await db.RefuseUnknown(list, pointer, [.. codes.Except(now)], ct);
        return codes;
    }
}
