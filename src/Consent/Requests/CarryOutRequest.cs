using Karelia.Crm.Accounts;
using Karelia.Crm.Consent.Erasure;
using Karelia.Crm.Consent.Ledger;
using Karelia.Crm.Consent.Purposes;
using Karelia.Crm.Consent.Restriction;
using Karelia.Crm.Consent.Withdrawal;

namespace Karelia.Crm.Consent.Requests;

[Allow(Role.DataProtectionOfficer)]
internal sealed record CarryOutRequest(string? Done = null, IReadOnlyList<string>? Purposes = null) : ICommand<RequestDetails>
{
    [FromRoute] public Guid Id { get; init; }
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/data-subject-requests/{id:guid}/carry-out", (Guid id, CarryOutRequest command, IMediator crm, CancellationToken ct) => crm.Send(command with { Id = id }, ct))
        .WithSummary("Does what was granted: erases and answers, restricts, stops marketing, withdraws the consents of the purposes (all when none is named); what staff did is told in done");
}

file sealed class Rules : AbstractValidator<CarryOutRequest>
{
    public Rules()
    {
        RuleFor(c => c.Done).MaximumLength(2000).IsPlainText();
        RuleFor(c => c.Purposes).IsShortList(40);
        RuleForEach(c => c.Purposes).NotEmpty().MaximumLength(60).IsPlainText(lines: false);
    }
}

file sealed class Handler(
    ConsentDb db, RequestFiles files, RequestDesk desk, ActivePurposes active, IMediator crm, CurrentUser user, Call call, TimeProvider clock)
    : IRequestHandler<CarryOutRequest, RequestDetails>
{
    private const string Reason = "Rekisteröidyn pyyntö";

    public async Task<RequestDetails> Handle(CarryOutRequest command, CancellationToken ct)
    {
        var request = await files.Open(command.Id, ct);
        call.Expect(request.Version);
        request.RefuseUnlessGranted();
        var told = string.IsNullOrWhiteSpace(command.Done) ? null : command.Done.Trim();
        if (request.Kind == RequestKinds.Rectification && told is null)
            throw Refusal.Field("/done", "Say what was corrected, and by whom.");
        if (request is { ContactId: { } person, Kind: RequestKinds.Erasure })
        {
            if ((await crm.Send(new EraseContact($"{Reason}, tietosuoja-asetus 17 art.", request.Id) { Id = person }, ct)).Done is null)
                request.Propose(user, clock.Now());
        }
        else
        {
            if (request.ContactId is { } contact)
                await CarryOut(request.Kind, contact, command.Purposes, ct);
            request.CarryOut(told, null, user, clock.Now());
        }

        return await files.Show(request, ct);
    }

    private async Task CarryOut(string kind, Guid contact, IReadOnlyList<string>? purposes, CancellationToken ct)
    {
        if (kind == RequestKinds.Restriction)
            await crm.Send(new RestrictContact(Reason) { Id = contact }, ct);
        else if (kind == RequestKinds.Objection)
            await Object(contact, purposes ?? [], ct);
        else if (kind == RequestKinds.Withdrawal)
        {
            var standing = await db.Standings.AsNoTracking().Where(s => s.ContactId == contact && (s.State == Kinds.Given || s.State == Kinds.Confirmed)).Select(s => s.Purpose).ToListAsync(ct);
            foreach (var purpose in standing.Where(purpose => purposes is not { Count: > 0 } || purposes.Contains(purpose)))
                await crm.Send(new RecordConsent(purpose, Kinds.Withdrawn, Reason) { Id = contact }, ct);
        }
    }

    /// <summary>Direct marketing ends in every case; other processing where the officer names its purpose.</summary>
    private async Task Object(Guid contact, IReadOnlyList<string> purposes, CancellationToken ct)
    {
        await desk.StopMarketing(contact, ct);
        var open = (await active.Of(contact, ct)).Where(purpose => purpose.Basis is LegalBases.LegitimateInterest or LegalBases.PublicTask).Select(purpose => purpose.Purpose).ToHashSet();
        foreach (var purpose in purposes.Where(open.Contains))
            await crm.Send(new ObjectToPurpose(purpose, Reason) { Id = contact }, ct);
    }
}
