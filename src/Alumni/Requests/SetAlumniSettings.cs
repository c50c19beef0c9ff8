using Karelia.Crm.Kernel.Web;

namespace Karelia.Crm.Alumni.Requests;

[Allow(Role.AlumniCoordinator)]
internal sealed record SetAlumniSettings(int MostContacts) : ICommand<AlumniChoices>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPut("/alumni/settings", (SetAlumniSettings command, IMediator crm, CancellationToken ct) => crm.Send(command, ct))
        .WithoutVersion()
        .WithSummary("Sets how many requests and mailings to one alumnus within twelve months are a lot");
}

file sealed class Rules : AbstractValidator<SetAlumniSettings>
{
    public Rules() => RuleFor(s => s.MostContacts).InclusiveBetween(1, 100);
}

file sealed class Handler(AlumniDb db) : IRequestHandler<SetAlumniSettings, AlumniChoices>
{
    public async Task<AlumniChoices> Handle(SetAlumniSettings command, CancellationToken ct)
    {
        var settings = await db.Settings.FirstOrDefaultAsync(ct) ?? db.Settings.Add(new()).Entity;
        settings.MostContacts = command.MostContacts;
        return new(settings.MostContacts);
    }
}
