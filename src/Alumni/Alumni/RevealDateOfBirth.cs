using Karelia.Crm.Kernel.Audit;

namespace Karelia.Crm.Alumni.Alumni;

[Allow(Role.AlumniCoordinator, Role.DataProtectionOfficer)]
internal sealed record RevealDateOfBirth(string Reason) : ICommand<RevealedDateOfBirth>
{
    [FromRoute] public Guid ContactId { get; init; }
}

internal sealed record RevealedDateOfBirth(DateOnly? DateOfBirth);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/alumni/{contactId:guid}/reveal", (Guid contactId, RevealDateOfBirth command, IMediator crm, CancellationToken ct) =>
            crm.Send(command with { ContactId = contactId }, ct))
        .WithSummary("Shows the date of birth; the reason is kept in the audit log");
}

file sealed class Rules : AbstractValidator<RevealDateOfBirth>
{
    public Rules() => RuleFor(r => r.Reason).NotEmpty().MaximumLength(500).IsPlainText();
}

file sealed class Handler(AlumniDb db, AuditLog audit) : IRequestHandler<RevealDateOfBirth, RevealedDateOfBirth>
{
    public async Task<RevealedDateOfBirth> Handle(RevealDateOfBirth command, CancellationToken ct)
    {
        var (alumnus, _) = await db.Find(command.ContactId, ct);
        await audit.Bulk(nameof(RevealDateOfBirth), "read", nameof(Alumnus), alumnus.ContactId, [alumnus.ContactId], ct, command.Reason);
        return new(alumnus.DateOfBirth);
    }
}
