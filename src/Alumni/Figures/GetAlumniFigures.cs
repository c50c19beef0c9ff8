namespace Karelia.Crm.Alumni.Figures;

[Allow(Role.AlumniCoordinator, Role.Communications, Role.DataProtectionOfficer, Role.PartnershipManager, Role.CustomerManager, Role.ExpertCoordinator)]
internal sealed record GetAlumniFigures(string? By = null, int? GraduatedFrom = null, int? GraduatedTo = null) : IQuery<AlumniFigures>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/alumni/figures", ([AsParameters] GetAlumniFigures query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("Alumni, whom we may write to, what they offer and did, by programme and year; groups of fewer than five people are not told");
}

file sealed class Rules : AbstractValidator<GetAlumniFigures>
{
    public Rules()
    {
        RuleFor(q => q.By).IsOneOf(Counting.Groupings);
        RuleFor(q => q.GraduatedFrom).InclusiveBetween(1900, 2200);
        RuleFor(q => q.GraduatedTo).InclusiveBetween(1900, 2200);
    }
}

file sealed class Handler(Counting counting) : IRequestHandler<GetAlumniFigures, AlumniFigures>
{
    public Task<AlumniFigures> Handle(GetAlumniFigures query, CancellationToken ct) => counting.Count(query.By, query.GraduatedFrom, query.GraduatedTo, ct);
}
