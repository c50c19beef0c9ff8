using Karelia.Crm.Consent.Package;
using Karelia.Crm.Kernel.Mail;

namespace Karelia.Crm.Consent.Requests;

[Allow(Role.DataProtectionOfficer)]
internal sealed record AnswerRequest(string? Text = null, bool ByHand = false) : ICommand<RequestDetails>
{
    [FromRoute] public Guid Id { get; init; }
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/data-subject-requests/{id:guid}/answer", (Guid id, AnswerRequest command, IMediator crm, CancellationToken ct) => crm.Send(command with { Id = id }, ct))
        .WithSummary("Answers the person by e-mail, with the link to the package where one was asked for; with byHand the officer delivers the letter otherwise");
}

file sealed class Rules : AbstractValidator<AnswerRequest>
{
    public Rules() => RuleFor(c => c.Text).MaximumLength(4000).IsPlainText();
}

file sealed class Handler(RequestFiles files, Letters letters, Mailbox mailbox, PackageLink package, CurrentUser user, Call call, TimeProvider clock) : IRequestHandler<AnswerRequest, RequestDetails>
{
    public async Task<RequestDetails> Handle(AnswerRequest command, CancellationToken ct)
    {
        var request = await files.Open(command.Id, ct);
        call.Expect(request.Version);
        var text = string.IsNullOrWhiteSpace(command.Text) ? null : command.Text.Trim();
        var letter = letters.Answer(request, text);
        request.Close(letter.Text, user, clock.Now());
        if (!command.ByHand)
        {
            var to = await files.AddressOf(request, ct) ?? throw Refusal.Field("/byHand", "No e-mail address is known: deliver the letter by hand.");
            // The link is in the mail alone: what is kept of the letter opens nothing.
            var link = request.HasPackage ? await package.Make(request, ct) : null;
            await mailbox.Send(new(to, letter.Subject, letters.Answer(request, text, link).Text, request.ContactId), ct);
        }

        return await files.Show(request, ct);
    }
}
