using Karelia.Crm.Accounts;
using Karelia.Crm.Consent.Links;
using Karelia.Crm.Kernel.Mail;
using Karelia.Crm.Spreadsheets;
using NpgsqlTypes;

namespace Karelia.Crm.Consent.Public;

/// <summary>Whoever asks gets the same answer, after the same work: who the person is nobody asks before the address is confirmed.</summary>
[Allow(Role.Public)]
internal sealed record RequestDeletion(
    string FirstName, string LastName, string Email, string Scope, string Language, string? FormerLastName = null, int? GraduationYear = null, string? Message = null) : ICommand<ReceivedRequest>;

/// <summary>The same for everyone: a mail is on its way.</summary>
internal sealed record ReceivedRequest(string State)
{
    public const string MailSent = "confirmation-sent";
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/public/deletion-requests", async (RequestDeletion command, IMediator crm, CancellationToken ct) => TypedResults.Accepted((string?)null, await crm.Send(command, ct)))
        .WithSummary("Asks to delete or correct one's data, or to stop the newsletter; a mail with a link to confirm it goes out in every case")
        .WithMetadata(new RequestSizeLimitAttribute(Form.LargestBody));
}

file sealed class Rules : AbstractValidator<RequestDeletion>
{
    public Rules(TimeProvider clock)
    {
        RuleFor(r => r.Scope).NotNull().IsOneOf([PublicRequest.All, PublicRequest.Newsletter, PublicRequest.Correction]);
        RuleFor(r => r.FirstName).NotEmpty().MaximumLength(100).IsPlainText(lines: false).Must(HoldNoIdentityCode).WithErrorCode("IdentityCode");
        RuleFor(r => r.LastName).NotEmpty().MaximumLength(100).IsPlainText(lines: false).Must(HoldNoIdentityCode).WithErrorCode("IdentityCode");
        RuleFor(r => r.FormerLastName).MaximumLength(100).IsPlainText(lines: false).Must(HoldNoIdentityCode).WithErrorCode("IdentityCode");
        RuleFor(r => r.Email).NotEmpty().MaximumLength(254).Must(email => email is null || ContactWriting.IsEmail(email.Trim())).WithErrorCode("Email").WithMessage("This is no e-mail address.");
        RuleFor(r => r.GraduationYear).InclusiveBetween(1900, clock.GetUtcNow().Year + 1).WithErrorCode("Year");
        RuleFor(r => r.Language).NotNull().IsOneOf(Texts.Languages);
        RuleFor(r => r.Message).MaximumLength(2000).IsPlainText().Must(HoldNoIdentityCode).WithErrorCode("IdentityCode").WithMessage("A personal identity code may not be stored.");
    }

    private static bool HoldNoIdentityCode(string? text) => text is null || IdentityCode.Masked(text) is null;
}

file sealed class Handler(DbSession session, PersonalLinks links, Mailbox mailbox, AddressLimit limit, TimeProvider clock) : IRequestHandler<RequestDeletion, ReceivedRequest>
{
    public async Task<ReceivedRequest> Handle(RequestDeletion command, CancellationToken ct)
    {
        var email = command.Email.Trim().ToLowerInvariant();
        limit.Take(email);
        var id = Guid.CreateVersion7();
        await session.Execute(
            "insert into consent.public_requests (id, first_name, last_name, former_last_name, email, graduation_year, scope, language, message, received_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)", ct,
            id, command.FirstName.Trim(), command.LastName.Trim(), DbSession.Parameter(command.FormerLastName?.Trim(), NpgsqlDbType.Text), email,
            DbSession.Parameter(command.GraduationYear, NpgsqlDbType.Integer), command.Scope, command.Language, DbSession.Parameter(command.Message?.Trim(), NpgsqlDbType.Text), clock.GetUtcNow());
        var token = await links.Make(LinkPurposes.Confirmation, id, LinkPurposes.ConfirmationLife, ct);
        var t = Texts.In(command.Language);
        await mailbox.Send(new(email, t.ConfirmationSubject, t.ConfirmationMail(links.Address(t.ConfirmationPath + token))), ct);
        return new(ReceivedRequest.MailSent);
    }
}
