using Karelia.Crm.Consent.Ledger;
using Karelia.Crm.Consent.Links;
using Karelia.Crm.Consent.Requests;
using Microsoft.Extensions.Configuration;

namespace Karelia.Crm.Consent.Public;

/// <summary>By the link in the mail. Only now is anybody looked for: who reads the mail of an address may speak for it.</summary>
[Allow(Role.Public)]
internal sealed record ConfirmRequest([property: FromRoute] string Token) : ICommand<ConfirmedRequest>;

/// <summary>confirmed; already-confirmed when the link is used again, which does nothing more.</summary>
internal sealed record ConfirmedRequest(string State)
{
    public const string Confirmed = "confirmed";
    public const string AlreadyConfirmed = "already-confirmed";
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/public/confirmations/{token}", ([AsParameters] ConfirmRequest command, IMediator crm, CancellationToken ct) => crm.Send(command, ct))
        .WithSummary("Confirms a request by the link in the mail: it goes to the data protection officer, and a newsletter stops at once")
        .Produces<ConfirmedRequest>();
}

file sealed class Handler(ConsentDb db, DbSession session, PersonalLinks links, RequestDesk desk, CurrentUser user, IConfiguration settings, TimeProvider clock)
    : IRequestHandler<ConfirmRequest, ConfirmedRequest>
{
    public async Task<ConfirmedRequest> Handle(ConfirmRequest command, CancellationToken ct)
    {
        if (await links.Use(LinkPurposes.Confirmation, command.Token, ct) is not { } id)
            return await links.Look(LinkPurposes.Confirmation, command.Token, ct) switch
            {
                null => throw Refusal.Unknown(),
                { UsedAt: not null } => new(ConfirmedRequest.AlreadyConfirmed),
                _ => throw new Refusal("link-expired", detail: "The time of this link is over. Make the request again."),
            };
        var request = await db.PublicRequests.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct) ?? throw Refusal.Unknown();
        user.BecomeThePerson();
        var people = await session.Rows("select distinct contact_id from accounts.contact_address where address = $1 order by 1", row => row.GetGuid(0), ct, request.Email);
        if (request.Scope != PublicRequest.Newsletter || people.Count == 0 || !settings.GetValue("DataSubjectRequests:NewsletterAtOnce", true))
            await desk.Receive(
                KindOf(request.Scope), "public", $"{request.LastName} {request.FirstName}", request.Email, MessageOf(request), request.Language, people is [var only] ? only : null, ct, request.ReceivedAt);
        else
            foreach (var person in people)
                await StopNewsletter(person, ct);
        // What was said stands at the desk now, or has been done.
        await session.Execute("delete from consent.public_requests where id = $1", ct, id);
        return new(ConfirmedRequest.Confirmed);
    }

    private async Task StopNewsletter(Guid person, CancellationToken ct)
    {
        var purpose = ConsentPurposes.Messages(Channels.Email, Topics.Newsletter);
        var standing = await db.Standings.AsNoTracking().SingleOrDefaultAsync(s => s.ContactId == person && s.Purpose == purpose, ct);
        if (standing is { IsNo: true })
            return;
        var now = clock.Now();
        db.Events.Add(new()
        {
            ContactId = person,
            Purpose = purpose,
            Kind = standing is { Holds: true } ? Kinds.Withdrawn : Kinds.Refused,
            Source = "public-form",
            At = now,
            RecordedAt = now,
            UserId = user.Id,
            UserName = user.Name,
        });
    }

    private static string KindOf(string scope) => scope switch
    {
        PublicRequest.All => RequestKinds.Erasure,
        PublicRequest.Correction => RequestKinds.Rectification,
        _ => RequestKinds.Withdrawal,
    };

    /// <summary>In the requester's words, and with what helps to find the person.</summary>
    private static string? MessageOf(PublicRequest request)
    {
        var t = Texts.In(request.Language);
        string?[] lines =
        [
            request.Scope == PublicRequest.Newsletter ? t.ScopeNewsletter : null,
            request.FormerLastName is { } former ? $"{t.FormerLastName}: {former}" : null,
            request.GraduationYear is { } year ? $"{t.GraduationYear}: {year}" : null,
            request.Message,
        ];
        return string.Join('\n', lines.Where(line => line is not null)) is { Length: > 0 } text ? text : null;
    }
}
