using Karelia.Crm.Accounts.Contacts;
using Karelia.Crm.Kernel.Web;

namespace Karelia.Crm.Accounts.SavedViews;

[Allow(Role.Reader)]
internal sealed record EditSavedView : ICommand<SavedViewItem>
{
    public string? Name { get; init; }
    public string? Query { get; init; }
    public bool? Shared { get; init; }

    [FromRoute] public Guid Id { get; init; }
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPatch("/saved-views/{id:guid}", (Guid id, EditSavedView command, IMediator crm, CancellationToken ct) => crm.Send(command with { Id = id }, ct))
        .WithoutVersion()
        .WithSummary("Changes one of the caller's own views: its name, its filters and columns, or who sees it");
}

file sealed class Rules : AbstractValidator<EditSavedView>
{
    public Rules()
    {
        RuleFor(v => v.Name!).IsName().When(v => v.Name is not null);
        RuleFor(v => v.Query).MaximumLength(4000).IsPlainText();
    }
}

file sealed class Handler(AccountsDb db, CurrentUser user) : IRequestHandler<EditSavedView, SavedViewItem>
{
    public async Task<SavedViewItem> Handle(EditSavedView command, CancellationToken ct)
    {
        var view = await db.SavedViews.FirstOrDefaultAsync(v => v.Id == command.Id && v.OwnerId == user.Id, ct) ?? throw Refusal.Unknown();
        (view.Name, view.Query, view.IsShared) = (command.Name?.Trim() ?? view.Name, command.Query ?? view.Query, command.Shared ?? view.IsShared);
        if (!view.IsShared)
            db.DefaultViews.RemoveRange(await db.DefaultViews.Where(d => d.ViewId == view.Id && d.UserId != user.Id).ToListAsync(ct));
        return SavedViewItem.Of(view, user, await db.DefaultViews.AnyAsync(d => d.ViewId == view.Id && d.UserId == user.Id, ct));
    }
}
