using Karelia.Crm.Kernel.Web;

namespace Karelia.Crm.Accounts.SavedViews;

[Allow(Role.Reader)]
internal sealed record DeleteSavedView([FromRoute] Guid Id) : ICommand<Unit>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapDelete("/saved-views/{id:guid}", async ([AsParameters] DeleteSavedView command, IMediator crm, CancellationToken ct) =>
        {
            await crm.Send(command, ct);
            return TypedResults.NoContent();
        })
        .WithoutVersion()
        .WithSummary("Removes one of the caller's own views");
}

file sealed class Handler(AccountsDb db, CurrentUser user) : IRequestHandler<DeleteSavedView, Unit>
{
    public async Task<Unit> Handle(DeleteSavedView command, CancellationToken ct)
    {
        var view = await db.SavedViews.FirstOrDefaultAsync(v => v.Id == command.Id && v.OwnerId == user.Id, ct) ?? throw Refusal.Unknown();
        db.SavedViews.Remove(view);
        return Unit.Value;
    }
}
