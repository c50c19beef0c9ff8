namespace Karelia.Crm.Accounts.Timeline;

[Allow(Role.Reader, Role.IntegrationRead)]
internal sealed record GetContactTimeline([FromRoute] Guid Id, string? Kind = null, int? Limit = null, string? Cursor = null) : IQuery<TimelinePage>;

internal sealed record TimelinePage(IReadOnlyList<TimelineEntry> Items, string? NextCursor) : Page<TimelineEntry>(Items, NextCursor), IShowsPeople
{
    [System.Text.Json.Serialization.JsonIgnore]
    public Guid? ContactId { get; init; }

    public IEnumerable<Guid> ShownPeople() => ContactId is { } id ? Events.Named(Items).Append(id) : Events.Named(Items);
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/contacts/{id:guid}/timeline", ([AsParameters] GetContactTimeline query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("What happened with a person, over all modules, newest first");
}

file sealed class Rules : AbstractValidator<GetContactTimeline>
{
    public Rules()
    {
        RuleFor(q => q.Kind).MaximumLength(30).IsPlainText();
        RuleFor(q => q.Limit).IsLimit();
    }
}

file sealed class Handler(IKnownPeople people, Events events) : IRequestHandler<GetContactTimeline, TimelinePage>
{
    public async Task<TimelinePage> Handle(GetContactTimeline query, CancellationToken ct)
    {
        var person = await people.Know(query.Id, ct);
        var page = await events.Of("contact", person.Ids, query.Kind, query.Limit, query.Cursor, ct);
        return new(page.Items, page.NextCursor) { ContactId = person.Id };
    }
}
