using Karelia.Crm.Kernel.Mail;

namespace Karelia.Crm.Consent.Requests;

[Allow(Role.DataProtectionOfficer)]
internal sealed record ExtendRequest(int Months, string Reason) : ICommand<RequestDetails>
{
    [FromRoute] public Guid Id { get; init; }
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/data-subject-requests/{id:guid}/extend", (Guid id, ExtendRequest command, IMediator crm, CancellationToken ct) => crm.Send(command with { Id = id }, ct))
        .WithSummary("Extends the time by one or two months, once, and tells the person why (art. 12.3)");
}

file sealed class Rules : AbstractValidator<ExtendRequest>
{
    public Rules()
    {
        RuleFor(c => c.Months).InclusiveBetween(1, 2);
        RuleFor(c => c.Reason).NotEmpty().MaximumLength(1000).IsPlainText();
    }
}

file sealed class Handler(RequestFiles files, Letters letters, Mailbox mailbox, CurrentUser user, Call call, TimeProvider clock) : IRequestHandler<ExtendRequest, RequestDetails>
{
    public async Task<RequestDetails> Handle(ExtendRequest command, CancellationToken ct)
    {
        var request = await files.Open(command.Id, ct);
        call.Expect(request.Version);
        request.Extend(command.Months, command.Reason.Trim(), user, clock.Now());
        var notice = letters.Extension(request);
        if (await files.AddressOf(request, ct) is { } to)
            await mailbox.Send(new(to, notice.Subject, notice.Text, request.ContactId), ct);
        return await files.Show(request, ct);
    }
}
