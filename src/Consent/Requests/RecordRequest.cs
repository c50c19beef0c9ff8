using Karelia.Crm.Accounts;
using Karelia.Crm.Kernel.Web;
using Karelia.Crm.Spreadsheets;

namespace Karelia.Crm.Consent.Requests;

[Allow(Role.CustomerManager, Role.PartnershipManager, Role.AlumniCoordinator, Role.ExpertCoordinator, Role.Sales, Role.Communications, Role.DataProtectionOfficer)]
internal sealed record RecordRequest(
    string Kind, string? Name = null, string? Email = null, string? Message = null, string Language = "fi", Guid? ContactId = null, DateTimeOffset? ReceivedAt = null) : ICommand<RecordedRequest>;

/// <summary>What the recorder may know of it: until when it must be answered.</summary>
internal sealed record RecordedRequest(Guid Id, string Kind, DateOnly DueOn);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/data-subject-requests", async (RecordRequest command, IMediator crm, CancellationToken ct) =>
        {
            var request = await crm.Send(command, ct);
            return Endpoints.Created($"/data-subject-requests/{request.Id}", request);
        })
        .WithSummary("Records what a person asked for by right; the data protection officer handles it, and its month runs from the day it came")
        .Produces(StatusCodes.Status404NotFound);
}

file sealed class Rules : AbstractValidator<RecordRequest>
{
    public Rules(TimeProvider clock)
    {
        RuleFor(r => r.Kind).NotNull().IsOneOf(RequestKinds.All);
        RuleFor(r => r.Name).MaximumLength(200).IsPlainText(lines: false);
        RuleFor(r => r.Name).NotEmpty().When(r => r.ContactId is null).WithMessage("Say who asks.");
        RuleFor(r => r.Email).MaximumLength(254).Must(email => string.IsNullOrWhiteSpace(email) || ContactWriting.IsEmail(email.Trim())).WithMessage("This is not an e-mail address.");
        RuleFor(r => r.Message).MaximumLength(4000).IsPlainText();
        foreach (var text in new[] { RuleFor(r => r.Name), RuleFor(r => r.Message) })
            text.Must(text => text is null || IdentityCode.Masked(text) is null).WithMessage("A personal identity code may not be stored.");
        RuleFor(r => r.Language).NotNull().IsOneOf(["fi", "en"]);
        RuleFor(r => r.ReceivedAt).Must(at => at is null || (at <= clock.GetUtcNow().AddMinutes(5) && at > clock.GetUtcNow().AddYears(-1))).WithMessage("Within the last year.");
    }
}

file sealed class Handler(RequestDesk desk, IKnownPeople people, ConsentDb db) : IRequestHandler<RecordRequest, RecordedRequest>
{
    public async Task<RecordedRequest> Handle(RecordRequest command, CancellationToken ct)
    {
        var contact = command.ContactId is { } asked ? (await people.Know(asked, ct)).Id : (Guid?)null;
        var id = await desk.Receive(command.Kind, "staff", command.Name, command.Email, command.Message, command.Language, contact, ct, command.ReceivedAt);
        return new(id, command.Kind, db.Requests.Local.Single(r => r.Id == id).DueOn);
    }
}
