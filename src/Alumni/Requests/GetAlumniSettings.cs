namespace Karelia.Crm.Alumni.Requests;

[Allow(Role.AlumniCoordinator, Role.DataProtectionOfficer)]
internal sealed record GetAlumniSettings : IQuery<AlumniChoices>;

/// <summary>How many requests and mailings to one alumnus within twelve months are a lot.</summary>
internal sealed record AlumniChoices(int MostContacts);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/alumni/settings", ([AsParameters] GetAlumniSettings query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("What the house has decided about alumni work");
}

file sealed class Handler(AlumniDb db) : IRequestHandler<GetAlumniSettings, AlumniChoices>
{
    public async Task<AlumniChoices> Handle(GetAlumniSettings query, CancellationToken ct) =>
        new(await db.Settings.Select(s => (int?)s.MostContacts).FirstOrDefaultAsync(ct) ?? AlumniSettings.UsualMost);
}
