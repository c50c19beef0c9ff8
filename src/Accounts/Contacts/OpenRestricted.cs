using Karelia.Crm.Kernel.Audit;

namespace Karelia.Crm.Accounts.Contacts;

[Allow(Role.DataProtectionOfficer)]
internal sealed record OpenRestricted(string Reason) : ICommand<OpenedContact>
{
    [FromRoute] public Guid Id { get; init; }
}

/// <summary>Until when the officer may read the record.</summary>
internal sealed record OpenedContact(Guid Id, DateTimeOffset Until);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/contacts/{id:guid}/open-restricted", (Guid id, OpenRestricted command, IMediator crm, CancellationToken ct) => crm.Send(command with { Id = id }, ct))
        .WithSummary("Opens the record of a restricted person to the officer for an hour; the reason is kept in the audit log");
}

file sealed class Rules : AbstractValidator<OpenRestricted>
{
    public Rules() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(500).IsPlainText();
}

file sealed class Handler(AccountsDb db, AuditLog audit, CurrentUser user, TimeProvider clock) : IRequestHandler<OpenRestricted, OpenedContact>
{
    public async Task<OpenedContact> Handle(OpenRestricted command, CancellationToken ct)
    {
        var contact = await db.Find(command.Id, user, ct);
        await audit.Bulk(nameof(OpenRestricted), Openings.Kind, nameof(Contact), contact.Id, [contact.Id], ct, command.Reason.Trim());
        return new(contact.Id, clock.GetUtcNow() + Openings.Life);
    }
}

/// <summary>A restricted person's record is read by the data protection officer only, and for a reason (GDPR art. 18.2).</summary>
internal static class Openings
{
    public const string Kind = "open";
    public static readonly TimeSpan Life = TimeSpan.FromHours(1);

    public static async Task RefuseUnlessOpened(this DbSession session, Contact contact, CurrentUser user, TimeProvider clock, CancellationToken ct)
    {
        if (contact.RestrictedAt is not null && !(await session.Rows(
            "select exists (select from kernel.audit_entries where entity_id = $1 and kind = $2 and user_id = $3 and at > $4)", row => row.GetBoolean(0), ct, contact.Id, Kind, user.Id, clock.GetUtcNow() - Life))[0])
            throw new Refusal("reason-needed", StatusCodes.Status403Forbidden, "The processing of this person's data is restricted. Say why you open the record.");
    }
}
