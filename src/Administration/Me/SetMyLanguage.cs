using Karelia.Crm.Kernel.Web;

namespace Karelia.Crm.Administration.Me;

[Allow(Role.Anyone)]
internal sealed record SetMyLanguage(string Language) : ICommand<MyLanguage>;

internal sealed record MyLanguage(string Language);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPut("/me/language", (SetMyLanguage command, IMediator crm, CancellationToken ct) => crm.Send(command, ct))
        .WithoutVersion()
        .WithSummary("Chooses the language of the interface")
        .Produces<MyLanguage>();
}

file sealed class Rules : AbstractValidator<SetMyLanguage>
{
    public Rules() => RuleFor(c => c.Language).NotNull().IsOneOf(["fi", "en"]);
}

file sealed class Handler(AdministrationDb db, CurrentUser user) : IRequestHandler<SetMyLanguage, MyLanguage>
{
    public async Task<MyLanguage> Handle(SetMyLanguage command, CancellationToken ct)
    {
        var known = await db.Users.FindAsync([user.Id], ct) ?? throw new Refusal("not-a-person", detail: "Applications have no language; people who sign in do.");
        known.Language = command.Language;
        return new(known.Language);
    }
}
