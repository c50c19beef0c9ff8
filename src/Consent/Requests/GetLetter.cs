namespace Karelia.Crm.Consent.Requests;

[Allow(Role.DataProtectionOfficer)]
internal sealed record GetLetter([FromRoute] Guid Id) : IQuery<LetterPreview>;

/// <summary>The answer as it would leave, or did; <c>body</c> is the part that the officer may write otherwise, <c>to</c> null when no address is known.</summary>
internal sealed record LetterPreview(string? To, string Subject, string Body, string Text);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/data-subject-requests/{id:guid}/letter", ([AsParameters] GetLetter query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("The letter that answers the request, from its template");
}

file sealed class Handler(RequestFiles files, Letters letters) : IRequestHandler<GetLetter, LetterPreview>
{
    public async Task<LetterPreview> Handle(GetLetter query, CancellationToken ct)
    {
        var request = await files.Open(query.Id, ct);
        var letter = letters.Answer(request);
        return new(await files.AddressOf(request, ct), letter.Subject, Letters.Body(request), request.Answer ?? letter.Text);
    }
}
