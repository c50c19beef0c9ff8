using Karelia.Crm.Accounts;
using Karelia.Crm.Kernel.Mail;
using Microsoft.Extensions.Configuration;

namespace Karelia.Crm.Consent.Public;

/// <summary>What does not work for somebody on our pages. Mailed to those who mend it and kept nowhere else; only the page sends it.</summary>
[Allow(Role.Public)]
internal sealed record GiveFeedback(string Message, string? Email) : ICommand<Unit>;

file sealed class Rules : AbstractValidator<GiveFeedback>
{
    public Rules()
    {
        RuleFor(f => f.Message).NotEmpty().MaximumLength(2000).IsPlainText();
        RuleFor(f => f.Email).MaximumLength(254).Must(email => email is null || ContactWriting.IsEmail(email)).WithErrorCode("Email");
    }
}

file sealed class Handler(Mailbox mailbox, IConfiguration settings) : IRequestHandler<GiveFeedback, Unit>
{
    public async Task<Unit> Handle(GiveFeedback command, CancellationToken ct)
    {
        var to = settings["Mail:Feedback"] ?? "crm@localhost";
        await mailbox.Send(new(to, "Saavutettavuuspalaute / Accessibility feedback", $"{command.Message}\n\nVastausosoite / Reply to: {command.Email ?? "-"}\n"), ct);
        return Unit.Value;
    }
}
