using Karelia.Crm.Consent.Requests;
using Karelia.Crm.Kernel.Mail;

namespace Karelia.Crm.Consent.Package;

/// <summary>Mails a code to the address that the register has, five an hour at most.</summary>
[Allow(Role.Public)]
internal sealed record SendPackageCode(string Token) : ICommand<SentCode>;

/// <summary>Where it went, so that its reader knows which mail to open: the first letter and the domain.</summary>
internal sealed record SentCode(string? To);

file sealed class Handler(PackageLink link, RequestFiles files, ConsentDb db, Mailbox mailbox, TimeProvider clock) : IRequestHandler<SendPackageCode, SentCode>
{
    private const int MostAnHour = 5;

    public async Task<SentCode> Handle(SendPackageCode command, CancellationToken ct)
    {
        var request = await link.Open(PackageLink.ToPage, command.Token, ct);
        var now = clock.Now();
        if (await db.PackageCodes.CountAsync(c => c.RequestId == request.Id && c.SentAt > now.AddHours(-1), ct) >= MostAnHour)
            throw new Refusal("too-many-requests", StatusCodes.Status429TooManyRequests, "Too many codes within an hour. Try again later.");
        // What the register knows comes before what the requester said: nobody gets another's data by naming an address.
        if (await files.KnownAddressOf(request, ct) is not { } to && (to = request.Email) is null)
            return new((string?)null);
        var code = PackageCode.New();
        db.PackageCodes.Add(new() { RequestId = request.Id, Hash = PackageCode.HashOf(request.Id, code), SentAt = now });
        var t = PackagePageTexts.In(request.Language);
        await mailbox.Send(new(to, t.CodeSubject, t.CodeMail($"{code[..4]} {code[4..]}"), request.ContactId), ct);
        return new($"{to[0]}…{to[to.LastIndexOf('@')..]}");
    }
}
