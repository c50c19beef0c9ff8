using Karelia.Crm.Kernel.Web;

namespace Karelia.Crm.Consent.Retention;

[Allow(Role.DataProtectionOfficer)]
internal sealed record SetArchiveClass(string NameFi, string NameEn, string Trigger, int? Years = null, bool IsPermanent = false, string Ground = "") : ICommand<ArchiveClassLine>
{
    [FromRoute] public string Code { get; init; } = "";
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPut("/retention/archive-classes/{code}", (string code, SetArchiveClass command, IMediator crm, CancellationToken ct) => crm.Send(command with { Code = code }, ct))
        .WithoutVersion()
        .WithSummary("Adds an archive class or changes one: years or permanent, counted from what");
}

file sealed class Rules : AbstractValidator<SetArchiveClass>
{
    public Rules()
    {
        RuleFor(c => c.Code).HasShape("^[a-z][a-z-]{1,58}[a-z]$").WithMessage("A code is lower-case letters and hyphens.");
        RuleFor(c => c.NameFi).NotEmpty().MaximumLength(200).IsPlainText(lines: false);
        RuleFor(c => c.NameEn).NotEmpty().MaximumLength(200).IsPlainText(lines: false);
        RuleFor(c => c.Trigger).NotNull().IsOneOf(["signed", "ended", "created"]);
        RuleFor(c => c.Years).InclusiveBetween(0, 200).Must((c, years) => years is null || !c.IsPermanent).WithMessage("Either years or permanent.");
        RuleFor(c => c.Ground).NotNull().MaximumLength(1000).IsPlainText();
    }
}

file sealed class Handler(ConsentDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<SetArchiveClass, ArchiveClassLine>
{
    public async Task<ArchiveClassLine> Handle(SetArchiveClass command, CancellationToken ct)
    {
        var known = await db.Set<ArchiveClass>().FirstOrDefaultAsync(c => c.Code == command.Code, ct);
        if (known is null)
            db.Add(known = new() { Code = command.Code, NameFi = "", NameEn = "", Trigger = "", UpdatedBy = "" });
        (known.NameFi, known.NameEn, known.Trigger) = (command.NameFi.Trim(), command.NameEn.Trim(), command.Trigger);
        (known.Years, known.IsPermanent, known.Ground) = (command.Years, command.IsPermanent, command.Ground);
        (known.UpdatedAt, known.UpdatedBy) = (clock.Now(), user.Name);
        return ArchiveClassLine.Of(known);
    }
}
